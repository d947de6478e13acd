# SPDX-License-Identifier: MIT
# fz-search: shims stdlib
# fz-heap: 128K
# calendar: weeks and months as numbers.
import calendar

print([y for y in (1900, 2000, 2023, 2024) if calendar.isleap(y)], calendar.leapdays(1900, 2000), calendar.monthrange(2024, 2), calendar.monthrange(2023, 12), calendar.weekday(2024, 5, 17))
c = calendar.Calendar()
print(c.monthdayscalendar(2024, 2))
print(calendar.Calendar(firstweekday=6).monthdayscalendar(2024, 9)[0], list(c.iterweekdays()), list(calendar.Calendar(3).iterweekdays()))
print(list(c.itermonthdays2(2023, 4))[:8], [str(d) for d in c.itermonthdates(2023, 5)][:3], list(c.itermonthdays4(2024, 12))[-2:])
print(len(c.yeardayscalendar(2024, 3)), len(c.yeardayscalendar(2024, 3)[0]), c.monthdays2calendar(2022, 1)[0])
for month in (0, 13):
    try:
        calendar.monthrange(2024, month)
    except calendar.IllegalMonthError as e:
        print(e)
try:
    calendar.setfirstweekday(9)
except calendar.IllegalWeekdayError as e:
    print(e)
print(calendar.MONDAY, calendar.SUNDAY, calendar.mdays, calendar.January, calendar.EPOCH)
print(calendar.timegm((2024, 5, 17, 12, 30, 15)), [calendar.monthrange(2024, m)[1] for m in range(1, 13)], sum(calendar.monthrange(2023, m)[1] for m in range(1, 13)))
fridays = [(m, w[4]) for m in range(1, 13) for w in calendar.monthcalendar(2024, m) if w[4] == 13]
print(fridays)
