# SPDX-License-Identifier: MIT
# fz-search: stdlib
# opcode, stat, __future__ and _compat_pickle: modules that are tables built by running code.
import __future__
import _compat_pickle
import opcode
import stat

print(len(opcode.opname), opcode.opmap["NOP"], opcode.opname[opcode.opmap["RETURN_VALUE"]], opcode.HAVE_ARGUMENT, opcode.EXTENDED_ARG)
print(opcode.cmp_op, sorted(opcode.hasjrel)[:4] == opcode.hasjrel[:4], len(opcode.hasconst), opcode.hasnargs)
print(sorted(opcode.opmap, key=opcode.opmap.get)[:10], len(opcode.opmap), opcode.opname[255])
print(sum(opcode.opmap.values()), [name for name in opcode.opmap if name.startswith("UNARY")])
for mode in (0o100644, 0o040755, 0o120777, 0o020666, 0o060600, 0o010600, 0o140777, 0o104755, 0o102755, 0o101777):
    print(oct(mode), stat.filemode(mode), stat.S_ISDIR(mode), stat.S_ISREG(mode), stat.S_ISLNK(mode), oct(stat.S_IMODE(mode)), oct(stat.S_IFMT(mode)))
print(stat.ST_MODE, stat.ST_SIZE, oct(stat.S_IRWXU | stat.S_IRGRP), stat.S_ISVTX, stat.UF_NODUMP)
print(__future__.all_feature_names)
for name in __future__.all_feature_names:
    feature = getattr(__future__, name)
    print(name, feature.getOptionalRelease(), feature.getMandatoryRelease(), feature.compiler_flag)
print(__future__.annotations)
print(_compat_pickle.IMPORT_MAPPING["Queue"], len(_compat_pickle.IMPORT_MAPPING), _compat_pickle.NAME_MAPPING[("__builtin__", "xrange")])
print(len(_compat_pickle.REVERSE_IMPORT_MAPPING), _compat_pickle.REVERSE_NAME_MAPPING[("builtins", "range")], len(_compat_pickle.PYTHON2_EXCEPTIONS))
print(sorted(_compat_pickle.MULTIPROCESSING_EXCEPTIONS), sorted(_compat_pickle.PYTHON3_OSERROR_EXCEPTIONS)[:3])
