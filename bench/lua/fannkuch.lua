-- SPDX-License-Identifier: MIT
-- The computation of programs/fannkuch.py.

local function fannkuch(n)
    local permutation, stack, counts = {}, {}, {}
    for i = 1, n do
        permutation[i] = i - 1
        counts[i] = 0
    end
    local most, checksum, index, r = 0, 0, 0, n
    while true do
        while r ~= 1 do
            counts[r] = r
            r = r - 1
        end
        for i = 1, n do stack[i] = permutation[i] end
        local flips, top = 0, stack[1]
        while top ~= 0 do
            local low, high = 1, top + 1
            while low < high do
                stack[low], stack[high] = stack[high], stack[low]
                low, high = low + 1, high - 1
            end
            flips = flips + 1
            top = stack[1]
        end
        most = math.max(most, flips)
        checksum = checksum + (index % 2 == 0 and flips or -flips)
        while true do
            if r == n then return checksum, most end
            table.insert(permutation, r + 1, table.remove(permutation, 1))
            counts[r + 1] = counts[r + 1] - 1
            if counts[r + 1] > 0 then break end
            r = r + 1
        end
        index = index + 1
    end
end

local n = tonumber(arg[1] or 4)
local checksum, most = fannkuch(n)
print(string.format("%d\nPfannkuchen(%d) = %d", checksum, n, most))
