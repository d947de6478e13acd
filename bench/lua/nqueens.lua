-- SPDX-License-Identifier: MIT
-- The computation of programs/nqueens.py.

local function count(n, row, columns, left, right)
    if row == n then return 1 end
    local total = 0
    local free = ~(columns | left | right) & (1 << n) - 1
    while free ~= 0 do
        local bit = free & -free
        free = free ~ bit
        total = total + count(n, row + 1, columns | bit, (left | bit) << 1, (right | bit) >> 1)
    end
    return total
end

local function place(n, placed, row)
    if row == n then
        coroutine.yield(placed)
        return
    end
    for column = 0, n - 1 do
        local is_free = true
        for other = 0, row - 1 do
            local taken = placed[other + 1]
            if taken == column or math.abs(taken - column) == row - other then
                is_free = false
                break
            end
        end
        if is_free then
            local longer = {table.unpack(placed)}
            longer[row + 1] = column
            place(n, longer, row + 1)
        end
    end
end

local n = tonumber(arg[1] or 4)
local total = 0
for placed in coroutine.wrap(function() place(n, {}, 0) end) do
    total = total + 1
    if total == 1 then print("(" .. table.concat(placed, ", ") .. ")") end
end
print(n .. " " .. count(n, 0, 0, 0, 0) .. " " .. total)
