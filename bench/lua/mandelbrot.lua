-- SPDX-License-Identifier: MIT
-- The computation of programs/mandelbrot.py.

local function row_bits(y, size, limit, out)
    local bits, used = 0, 0
    local ci = 2.0 * y / size - 1.0
    for x = 0, size - 1 do
        local cr = 2.0 * x / size - 1.5
        local zr, zi, rr, ii = 0.0, 0.0, 0.0, 0.0
        local inside = 1
        for _ = 1, limit do
            zi = 2.0 * zr * zi + ci
            zr = rr - ii + cr
            rr = zr * zr
            ii = zi * zi
            if rr + ii > 4.0 then
                inside = 0
                break
            end
        end
        bits = bits << 1 | inside
        if x % 8 == 7 then
            used = used + 1
            out[used] = bits & 0xFF
        end
    end
    if size % 8 ~= 0 then
        used = used + 1
        out[used] = bits << 8 - size % 8 & 0xFF
    end
    return used
end

local size = tonumber(arg[1] or 16)
local checksum, inside, row = 0, 0, {}
for y = 0, size - 1 do
    local used = row_bits(y, size, 50, row)
    if size <= 24 then
        local picture = {}
        for i = 1, used do
            for shift = 7, 0, -1 do picture[#picture + 1] = (row[i] >> shift & 1) == 1 and "#" or "." end
        end
        print(table.concat(picture))
    end
    for i = 1, used do
        local byte = row[i]
        checksum = (checksum * 31 + byte) & 0xFFFFFF
        while byte ~= 0 do
            inside = inside + (byte & 1)
            byte = byte >> 1
        end
    end
end
print(size .. " " .. inside .. " " .. checksum)
