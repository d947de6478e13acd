-- SPDX-License-Identifier: MIT
-- The computation of programs/nbody.py.

local PI = 3.141592653589793
local SOLAR_MASS = 4 * PI * PI
local YEAR = 365.24

local BODIES = {
    {0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0},
    {4.84143144246472090e+00, -1.16032004402742839e+00, -1.03622044471123109e-01,
     1.66007664274403694e-03, 7.69901118419740425e-03, -6.90460016972063023e-05, 9.54791938424326609e-04},
    {8.34336671824457987e+00, 4.12479856412430479e+00, -4.03523417114321381e-01,
     -2.76742510726411045e-03, 4.99852801234917238e-03, 2.30417297573763929e-05, 2.85885980666130812e-04},
    {1.28943695621391310e+01, -1.51111514016986312e+01, -2.23307578892655734e-01,
     2.96460137564761618e-03, 2.37847173959480950e-03, -2.96589568540237556e-05, 4.36624404335156298e-05},
    {1.53796971148509165e+01, -2.59193146099879641e+01, 1.79258772950371181e-01,
     2.68067772490389322e-03, 1.62824170038242295e-03, -9.51592254519715870e-05, 5.15138902046611451e-05},
}

local function make_system()
    local pairs_of_bodies = {}
    for _, body in ipairs(BODIES) do
        for axis = 4, 6 do body[axis] = body[axis] * YEAR end
        body[7] = body[7] * SOLAR_MASS
    end
    for axis = 4, 6 do
        local momentum = 0.0
        for _, body in ipairs(BODIES) do momentum = momentum + body[axis] * body[7] end
        BODIES[1][axis] = -momentum / SOLAR_MASS
    end
    for i = 1, #BODIES do
        for j = i + 1, #BODIES do pairs_of_bodies[#pairs_of_bodies + 1] = {BODIES[i], BODIES[j]} end
    end
    return BODIES, pairs_of_bodies
end

local function advance(system, pairs_of_bodies, dt)
    for k = 1, #pairs_of_bodies do
        local a, b = pairs_of_bodies[k][1], pairs_of_bodies[k][2]
        local dx, dy, dz = a[1] - b[1], a[2] - b[2], a[3] - b[3]
        local square = dx * dx + dy * dy + dz * dz
        local pull = dt / (square * square ^ 0.5)
        local by_b, by_a = b[7] * pull, a[7] * pull
        a[4] = a[4] - dx * by_b
        a[5] = a[5] - dy * by_b
        a[6] = a[6] - dz * by_b
        b[4] = b[4] + dx * by_a
        b[5] = b[5] + dy * by_a
        b[6] = b[6] + dz * by_a
    end
    for k = 1, #system do
        local body = system[k]
        body[1] = body[1] + dt * body[4]
        body[2] = body[2] + dt * body[5]
        body[3] = body[3] + dt * body[6]
    end
end

local function energy(system, pairs_of_bodies)
    local total = 0.0
    for _, b in ipairs(system) do
        total = total + 0.5 * b[7] * (b[4] * b[4] + b[5] * b[5] + b[6] * b[6])
    end
    for _, pair in ipairs(pairs_of_bodies) do
        local a, b = pair[1], pair[2]
        local dx, dy, dz = a[1] - b[1], a[2] - b[2], a[3] - b[3]
        total = total - a[7] * b[7] / (dx * dx + dy * dy + dz * dz) ^ 0.5
    end
    return total
end

local steps = tonumber(arg[1] or 20)
local system, pairs_of_bodies = make_system()
print(string.format("%.9f", energy(system, pairs_of_bodies)))
for _ = 1, steps do advance(system, pairs_of_bodies, 0.01) end
print(string.format("%.9f", energy(system, pairs_of_bodies)))
