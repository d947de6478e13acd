match command.split():
    case [('go' | 'walk') as verb, *rest] if rest:
        pass
    case {'x': -1, key.NAME: [_, *_], **others}:
        pass
    case Point(0, y=1 + 2j) | Line(start=(), end=None):
        pass
    case 1, *_:
        pass
    case (value):
        pass
match = case = type = _ = 1
match(x)
match[x]: type = 1
match -x:
    case -1: ...
