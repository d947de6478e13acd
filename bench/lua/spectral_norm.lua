-- SPDX-License-Identifier: MIT
-- The computation of programs/spectral_norm.py.

local function element(i, j)
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)
end

local function times(vector, n)
    local out = {}
    for i = 0, n - 1 do
        local sum = 0.0
        for j = 0, n - 1 do sum = sum + element(i, j) * vector[j + 1] end
        out[i + 1] = sum
    end
    return out
end

local function times_transposed(vector, n)
    local out = {}
    for i = 0, n - 1 do
        local sum = 0.0
        for j = 0, n - 1 do sum = sum + element(j, i) * vector[j + 1] end
        out[i + 1] = sum
    end
    return out
end

local n = tonumber(arg[1] or 6)
local u, v = {}, nil
for i = 1, n do u[i] = 1.0 end
for _ = 1, 10 do
    v = times_transposed(times(u, n), n)
    u = times_transposed(times(v, n), n)
end
local along, square = 0.0, 0.0
for i = 1, n do
    along = along + u[i] * v[i]
    square = square + v[i] * v[i]
end
print(string.format("%.9f", (along / square) ^ 0.5))
