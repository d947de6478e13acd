# SPDX-License-Identifier: MIT
# bench-size: 15000
# The outer planets' orbits by a symplectic integrator. Measures float arithmetic on attributes of
# nothing: lists of lists, index by index.
import sys

PI = 3.141592653589793
SOLAR_MASS = 4 * PI * PI
YEAR = 365.24

# Position, velocity (per day) and mass (in suns) of the sun and four planets.
BODIES = (
    ((0.0, 0.0, 0.0), (0.0, 0.0, 0.0), 1.0),
    ((4.84143144246472090e+00, -1.16032004402742839e+00, -1.03622044471123109e-01),
     (1.66007664274403694e-03, 7.69901118419740425e-03, -6.90460016972063023e-05), 9.54791938424326609e-04),
    ((8.34336671824457987e+00, 4.12479856412430479e+00, -4.03523417114321381e-01),
     (-2.76742510726411045e-03, 4.99852801234917238e-03, 2.30417297573763929e-05), 2.85885980666130812e-04),
    ((1.28943695621391310e+01, -1.51111514016986312e+01, -2.23307578892655734e-01),
     (2.96460137564761618e-03, 2.37847173959480950e-03, -2.96589568540237556e-05), 4.36624404335156298e-05),
    ((1.53796971148509165e+01, -2.59193146099879641e+01, 1.79258772950371181e-01),
     (2.68067772490389322e-03, 1.62824170038242295e-03, -9.51592254519715870e-05), 5.15138902046611451e-05),
)


def make_system():
    system = [list(place) + [v * YEAR for v in speed] + [mass * SOLAR_MASS] for place, speed, mass in BODIES]
    for axis in range(3):
        momentum = sum(body[3 + axis] * body[6] for body in system)
        system[0][3 + axis] = -momentum / SOLAR_MASS
    return system, [(a, b) for i, a in enumerate(system) for b in system[i + 1:]]


def advance(system, pairs, dt):
    for a, b in pairs:
        dx = a[0] - b[0]
        dy = a[1] - b[1]
        dz = a[2] - b[2]
        square = dx * dx + dy * dy + dz * dz
        pull = dt / (square * square ** 0.5)
        by_b = b[6] * pull
        by_a = a[6] * pull
        a[3] -= dx * by_b
        a[4] -= dy * by_b
        a[5] -= dz * by_b
        b[3] += dx * by_a
        b[4] += dy * by_a
        b[5] += dz * by_a
    for body in system:
        body[0] += dt * body[3]
        body[1] += dt * body[4]
        body[2] += dt * body[5]


def energy(system, pairs):
    total = sum(0.5 * b[6] * (b[3] * b[3] + b[4] * b[4] + b[5] * b[5]) for b in system)
    for a, b in pairs:
        dx, dy, dz = a[0] - b[0], a[1] - b[1], a[2] - b[2]
        total -= a[6] * b[6] / (dx * dx + dy * dy + dz * dz) ** 0.5
    return total


def main():
    steps = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    system, pairs = make_system()
    print("%.9f" % energy(system, pairs))
    for _ in range(steps):
        advance(system, pairs, 0.01)
    print("%.9f" % energy(system, pairs))


main()
