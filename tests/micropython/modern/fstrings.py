# ---- nested_quotes
d = {"}": 1}
print(f"{d['}']}")
# ---- colon_in_string
def g(s):
    return s * 2
print(f"{g(':')}")
# ---- lambda_in_brackets
print(f"{(lambda x: x + 1)(2)}")
# ---- walrus_in_brackets
print(f"{(n := 5)} {n}")
# ---- brace_in_nested
d = {"{": 2}
print(f"{d['{']}")
# ---- debug_space
x = 3
print(f"{x = }")
# ---- debug_expression
x = 3
print(f"{x + 1 = }")
# ---- literal_after
x = 1
print(f"{x}" "{}", "{y}" f"{x}" "{z}")
# ---- nested_spec_brackets
w = 8
print(f"{'ab':>{(lambda: w)()}}|")
# ---- dict_display
print(f"{ {**{'a': 1}} }")
# ---- star_tuple
a = [1, 2]
print(f"{*a, 3}")
# ---- debug_format
x = 2.5
print(f"{x = :.2f}")
# ---- debug_spaces_before
x = 4
print(f"{ x = }")
# ---- lambda_with_default
print(f"{(lambda a, b=2: a * b)(3)}")
# ---- colon_slice_in_brackets
a = [1, 2, 3, 4]
print(f"{(a[1:3])} {(lambda: a[:2])()}")
# ---- conditional_strings
x = 5
print(f"{'a:b' if x > 3 else 'c'}")
# ---- format_of_call_with_string
print(f"{'x'.join(['a', 'b'])} {':'.join('cd')}")
# ---- nested_walrus_spec
print(f"{(v := 3.14159):.{(p := 2)}f} {v > p}")
# ---- triple_brackets
d = {"a": "{}"}
print(f"{d['a']}{{}}{d['a'] + '}'}")
