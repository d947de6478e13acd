# Replacement fields hold any expression, with any quotes, over several lines.
f'{x}{y!r:>{width}.{precision}}'
f'{names['first']} {', '.join(f'{n:>{w}}' for n in names)}'
f'{x = }{x=!s}{y=:>{w}}'
'text ' f'{x}' ' more' f'' u' kind'
f'''{
    x  # a comment
    + y
}'''
rf'\d{x}\{y}' f'\N{BULLET}{{}}'
f'{(lambda x: x)(1)}{x:=5}{(y := 2)}{ {1: 2}[1] }'
