# SPDX-License-Identifier: MIT
# fz-search: shims stdlib
# posixpath: the functions on path names that ask no file system.
import posixpath as path

for name in ("/usr/lib/python3", "relative/file.tar.gz", "/", "", "dir/", ".hidden", "a//b", "..", "/a/./b/../c", "//double", "x.py", ".x.y"):
    print(repr(name), path.split(name), path.splitext(name), path.basename(name), path.dirname(name), path.isabs(name), path.normpath(name), path.splitdrive(name))
print(path.join("a", "b", "c.txt"), path.join("a/", "b"), path.join("a", "/b"), path.join(""), path.join("a", ""), path.join(b"x", b"y"))
print(path.commonprefix(["/usr/lib", "/usr/local"]), path.commonpath(["/usr/lib/a", "/usr/lib/b/c"]), path.commonprefix([]), path.commonpath(["a/b", "a/c"]))
print(path.normcase("MiXed"), path.relpath("/a/b/c", "/a/d"), path.relpath("/a/b", "/a/b"), path.relpath("/x", "/"), path.sep, path.pardir, path.curdir, path.extsep)
print(path.normpath("./a/../../b"), path.normpath("///a"), path.normpath("//a"), path.normpath(b"a/./b"), path.abspath("/a/../b"))
for action in (lambda: path.join("a", 5), lambda: path.join("a", b"b"), lambda: path.commonpath([]), lambda: path.commonpath(["/a", "b"]), lambda: path.split(None), lambda: path.relpath("")):
    try:
        print(action())
    except (TypeError, ValueError) as e:
        print(type(e).__name__)


class Place:
    def __fspath__(self):
        return "/made/by/fspath.txt"


print(path.basename(Place()), path.splitext(Place()), path.join(Place(), "more"))
