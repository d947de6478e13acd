# Templates keep the source text of their interpolations.
t'{x}' t' and {y!r:{w}}'
t'{ user.name  = }'
rt'\n{x + 1:.2f}'
t'{t'{inner}'}'
