-- SPDX-License-Identifier: MIT
-- The computation of programs/word_count.py.

local SYLLABLES = {"ka", "to", "mi", "ra", "su", "ne", "lo", "vi", "ha", "po"}
local MARKS = {" ", " ", " ", ", ", ". ", "! ", "\n", " "}

local function sentences(count, seed)
    local line = {}
    for _ = 1, count do
        for _ = 1, 24 do
            seed = (seed * 75 + 74) % 65537
            local word = SYLLABLES[seed % 10 + 1]
            while seed % 3 == 0 do
                seed = (seed * 75 + 74) % 65537
                word = word .. SYLLABLES[seed % 10 + 1]
            end
            if seed % 7 == 0 then word = word:sub(1, 1):upper() .. word:sub(2) end
            line[#line + 1] = word
            line[#line + 1] = MARKS[seed % 8 + 1]
        end
        coroutine.yield(table.concat(line))
        line = {}
    end
end

local count = tonumber(arg[1] or 6)
local counts = {}
for line in coroutine.wrap(function() sentences(count, 42) end) do
    for word in line:gmatch("%S+") do
        word = word:match("^[,.!]*(.-)[,.!]*$"):lower()
        if word ~= "" then counts[word] = (counts[word] or 0) + 1 end
    end
end
local ranked, total, lengths, once = {}, 0, {}, {}
for word, times in pairs(counts) do
    ranked[#ranked + 1] = word
    total = total + times
    lengths[#word] = (lengths[#word] or 0) + times
    if times == 1 then once[#once + 1] = word end
end
table.sort(ranked, function(a, b)
    if counts[a] ~= counts[b] then return counts[a] > counts[b] end
    return a < b
end)
for i = 1, 8 do print(string.format("%6d %s", counts[ranked[i]], ranked[i])) end
local sizes = {}
for size in pairs(lengths) do sizes[#sizes + 1] = size end
table.sort(sizes)
local parts = {}
for i, size in ipairs(sizes) do parts[i] = "(" .. size .. ", " .. lengths[size] .. ")" end
print(#ranked .. " " .. total .. " [" .. table.concat(parts, ", ") .. "]")
table.sort(once)
local longest = ranked[1]
for _, word in ipairs(ranked) do
    if #word > #longest or (#word == #longest and word > longest) then longest = word end
end
print(#once .. " ['" .. once[1] .. "', '" .. once[2] .. "', '" .. once[3] .. "'] " .. longest)
