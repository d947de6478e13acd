# SPDX-License-Identifier: MIT
# fz-search: shims stdlib
# fz-heap: 128K
# datetime: the Python implementation: dates, times, differences, zones.
import datetime as dt
from datetime import date, datetime, time, timedelta, timezone

d = date(2024, 2, 29)
print(d, repr(d), d.year, d.month, d.day, d.weekday(), d.isoweekday(), d.toordinal(), d.isoformat(), tuple(d.isocalendar()), d.ctime())
print(d + timedelta(days=1), d - timedelta(weeks=9), d.replace(year=2023, day=1), date.fromordinal(738000), date.fromisoformat("1999-12-31"), date.min, date.max)
print(date(2024, 3, 1) - d, (date(2025, 1, 1) - d).days, d < date(2024, 3, 1), d == date(2024, 2, 29), max(d, date(2023, 1, 1)), hash(d) == hash(date(2024, 2, 29)))
t = timedelta(days=1, hours=2, minutes=3, seconds=4, microseconds=5)
print(t, repr(t), t.days, t.seconds, t.microseconds, t.total_seconds(), -t, abs(-t), t * 2, t / 2, t // timedelta(hours=1), t % timedelta(hours=1), divmod(t, timedelta(hours=5)))
print(timedelta(hours=-1), timedelta(seconds=0.1), timedelta(1) > timedelta(0), bool(timedelta()), timedelta(milliseconds=1500), sum([t, t], timedelta()))
c = time(13, 45, 30, 250000)
print(c, repr(c), c.hour, c.isoformat("minutes"), c.replace(second=0, microsecond=0), time(1) < time(2), time.fromisoformat("04:23:01"))
n = datetime(2024, 5, 17, 23, 59, 58, 999999)
print(n, repr(n), n.date(), n.time(), n.isoformat(" ", "seconds"), n + timedelta(seconds=2), n - datetime(2024, 1, 1), n.toordinal())
utc = timezone.utc
east = timezone(timedelta(hours=5, minutes=30), "EAST")
a = datetime(2024, 6, 1, 12, tzinfo=utc)
print(a, a.astimezone(east), a.astimezone(east) == a, a.utcoffset(), east.utcoffset(None), repr(utc), str(east), a.tzname(), timezone(timedelta(hours=-3)))
print(datetime.fromisoformat("2024-05-17T10:20:30+02:00"), datetime.combine(d, c), datetime(2024, 1, 31).replace(month=3), a - datetime(2024, 1, 1, tzinfo=east))
for action in (lambda: date(2023, 2, 29), lambda: date(0, 1, 1), lambda: time(25), lambda: datetime(2024, 13, 1), lambda: date.fromisoformat("x"), lambda: d + 5, lambda: d < n,
               lambda: a < n, lambda: timedelta(days=10 ** 10), lambda: date.max + timedelta(1), lambda: timezone(timedelta(days=2))):
    try:
        print(action())
    except (ValueError, TypeError, OverflowError) as e:
        print(type(e).__name__)
days = [date(2024, 1, 1) + timedelta(days=i * 45) for i in range(9)]
print([f"{x.month:02d}/{x.day:02d}" for x in days], [x.isoweekday() for x in days], (days[-1] - days[0]).days, dt.MINYEAR, dt.MAXYEAR)
