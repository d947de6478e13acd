# SPDX-License-Identifier: MIT
# bench-size: 60000
# Richards: an operating system's scheduler with an idler, a worker, two handlers and two devices
# that pass packets. Measures method calls, field access and small objects. After Martin Richards'
# description of the benchmark; its counts are known: with an idler that runs 1000 times, 2322 packets
# are queued and 928 tasks held; with 10000 times, 23246 and 9297.
import sys

IDLE, WORKER, HANDLER_A, HANDLER_B, DEVICE_A, DEVICE_B = range(6)
DEVICE_PACKET, WORK_PACKET = range(2)
PACKET_SIZE = 4


class Packet:
    def __init__(self, link, owner, kind):
        self.link = link
        self.owner = owner
        self.kind = kind
        self.datum = 0
        self.data = [0] * PACKET_SIZE

    def append_to(self, queue):
        """Puts the packet at the end of a queue; gives the queue's new head."""
        self.link = None
        if queue is None:
            return self
        last = queue
        while last.link is not None:
            last = last.link
        last.link = self
        return queue


class Task:
    def __init__(self, system, name, priority, queue, ready):
        self.system = system
        self.name = name
        self.priority = priority
        self.input = queue
        self.packet_pending = queue is not None
        self.waiting = not ready
        self.holding = False
        system.add(self)

    def run(self, packet):
        raise NotImplementedError

    def is_blocked(self):
        return self.holding or (self.waiting and not self.packet_pending)

    def resume(self):
        packet = None
        if self.waiting and self.packet_pending:
            packet = self.input
            self.input = packet.link
            self.waiting = False
            self.packet_pending = self.input is not None
        return self.run(packet)

    def wait(self):
        self.waiting = True
        return self

    def hold(self):
        self.system.held += 1
        self.holding = True
        return self.next

    def release(self, name):
        other = self.system.tasks[name]
        other.holding = False
        return other if other.priority > self.priority else self

    def send(self, packet):
        receiver = self.system.tasks[packet.owner]
        self.system.queued += 1
        packet.link = None
        packet.owner = self.name
        return receiver.take(packet, self)

    def take(self, packet, sender):
        if self.input is None:
            self.input = packet
            self.packet_pending = True
            if self.priority > sender.priority:
                return self
        else:
            packet.append_to(self.input)
        return sender


class Idler(Task):
    def __init__(self, system, count):
        super().__init__(system, IDLE, 0, None, True)
        self.control = 1
        self.count = count

    def run(self, packet):
        self.count -= 1
        if self.count == 0:
            return self.hold()
        if self.control & 1 == 0:
            self.control //= 2
            return self.release(DEVICE_A)
        self.control = self.control // 2 ^ 0xD008
        return self.release(DEVICE_B)


class Worker(Task):
    def __init__(self, system, queue):
        super().__init__(system, WORKER, 1000, queue, False)
        self.destination = HANDLER_A
        self.letter = 0

    def run(self, packet):
        if packet is None:
            return self.wait()
        self.destination = HANDLER_B if self.destination == HANDLER_A else HANDLER_A
        packet.owner = self.destination
        packet.datum = 0
        for i in range(PACKET_SIZE):
            self.letter = self.letter % 26 + 1
            packet.data[i] = 64 + self.letter
        return self.send(packet)


class Handler(Task):
    def __init__(self, system, name, priority, queue):
        super().__init__(system, name, priority, queue, False)
        self.work = None
        self.devices = None

    def run(self, packet):
        if packet is not None:
            if packet.kind == WORK_PACKET:
                self.work = packet.append_to(self.work)
            else:
                self.devices = packet.append_to(self.devices)
        work = self.work
        if work is None:
            return self.wait()
        count = work.datum
        if count >= PACKET_SIZE:
            self.work = work.link
            return self.send(work)
        device = self.devices
        if device is None:
            return self.wait()
        self.devices = device.link
        device.datum = work.data[count]
        work.datum = count + 1
        return self.send(device)


class Device(Task):
    def __init__(self, system, name, priority):
        super().__init__(system, name, priority, None, False)
        self.pending = None

    def run(self, packet):
        if packet is None:
            packet = self.pending
            if packet is None:
                return self.wait()
            self.pending = None
            return self.send(packet)
        self.pending = packet
        return self.hold()


class System:
    def __init__(self):
        self.tasks = [None] * 6
        self.list = None
        self.queued = 0
        self.held = 0

    def add(self, task):
        task.next = self.list
        self.list = task
        self.tasks[task.name] = task

    def schedule(self):
        task = self.list
        while task is not None:
            task = task.next if task.is_blocked() else task.resume()


def packets(owner, kind, count):
    queue = None
    for _ in range(count):
        queue = Packet(queue, owner, kind)
    return queue


def simulate(count):
    system = System()
    Idler(system, count)
    Worker(system, packets(WORKER, WORK_PACKET, 2))
    Handler(system, HANDLER_A, 2000, packets(DEVICE_A, DEVICE_PACKET, 3))
    Handler(system, HANDLER_B, 3000, packets(DEVICE_B, DEVICE_PACKET, 3))
    Device(system, DEVICE_A, 4000)
    Device(system, DEVICE_B, 5000)
    system.schedule()
    return system.queued, system.held


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    queued, held = simulate(count)
    print(count, queued, held)


main()
