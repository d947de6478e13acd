# SPDX-License-Identifier: MIT
# fz-search: shims stdlib
# fz-heap: 128K
# ipaddress: addresses and networks of both versions.
import ipaddress as ip

for text in ("192.168.0.1", "10.0.0.0", "255.255.255.255", "::1", "2001:db8::8a2e:370:7334", "fe80::1", "::ffff:1.2.3.4", "127.0.0.1", "224.0.0.5"):
    a = ip.ip_address(text)
    print(a, repr(a), a.version, int(a), a.is_private, a.is_loopback, a.is_multicast, a.is_link_local, a.packed, a.compressed, a.exploded, a.reverse_pointer)
for text in ("192.168.0.0/24", "10.0.0.0/8", "2001:db8::/126", "0.0.0.0/0", "1.2.3.4/32"):
    n = ip.ip_network(text)
    print(n, n.network_address, n.broadcast_address, n.netmask, n.hostmask, n.prefixlen, n.num_addresses, n.with_netmask)
net = ip.ip_network("192.168.4.0/29")
print([str(h) for h in net.hosts()], net[1], net[-1], ip.ip_address("192.168.4.3") in net, ip.ip_address("192.168.5.3") in net)
print([str(s) for s in net.subnets(prefixlen_diff=1)], net.supernet(), net.overlaps(ip.ip_network("192.168.0.0/16")), net.subnet_of(ip.ip_network("192.168.0.0/16")))
print([str(n) for n in ip.collapse_addresses([ip.ip_network("10.0.0.0/25"), ip.ip_network("10.0.0.128/25"), ip.ip_network("10.0.2.0/24")])])
print([str(n) for n in ip.summarize_address_range(ip.ip_address("10.0.0.3"), ip.ip_address("10.0.0.17"))])
print([str(n) for n in ip.ip_network("10.0.0.0/29").address_exclude(ip.ip_network("10.0.0.4/31"))])
a, b = ip.ip_address("10.0.0.1"), ip.ip_address("10.0.0.2")
print(a < b, a == b, a + 5, b - 1, sorted([b, a])[0], max(a, b), hash(a) == hash(ip.ip_address("10.0.0.1")), {a: 1}[ip.IPv4Address(167772161)])
i = ip.ip_interface("192.168.1.5/24")
print(i, i.ip, i.network, i.with_prefixlen, i.with_hostmask, ip.v4_int_to_packed(258), ip.ip_address(b"\x7f\x00\x00\x01"))
for bad in ("256.1.1.1", "1.2.3", "x", "1::2::3", "192.168.0.1/24", "01.2.3.4"):
    for make in (ip.ip_address, ip.ip_network):
        try:
            print(make(bad))
        except ValueError as e:
            print(e)
