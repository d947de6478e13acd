# SPDX-License-Identifier: MIT
"""What the runners of golden files share: their options, the comparison, the sum."""
import argparse
import pathlib


def compare(case, golden, text, update):
    """Whether `golden` holds `text`; shows it when not. With `update` the file is written instead."""
    if update:
        golden.write_text(text)
        return True
    if golden.exists() and golden.read_text() == text:
        return True
    print(f"{case.name}: differs from {golden.name}\n{text}")
    return False


def compare_one_of(case, suffixes, suffix, text, update):
    """The same for a case that has a file with one of two suffixes, of which `suffix` is the right one."""
    other = case.with_suffix(suffixes[1 - suffixes.index(suffix)])
    if update:
        other.unlink(missing_ok=True)
    elif other.exists():
        print(f"{case.name}: gives a {suffix}, expected a {other.suffix}")
        return False
    return compare(case, case.with_suffix(suffix), text, update)


def main(doc, check, cases):
    """Runs check(tool, case, update) for each case; the exit status."""
    parser = argparse.ArgumentParser(description=doc)
    parser.add_argument("--build", required=True, type=pathlib.Path)
    parser.add_argument("--update", action="store_true")
    options = parser.parse_args()
    tool = (options.build / "flashfreeze").resolve()
    results = [check(tool, case, options.update) for case in sorted(cases)]
    print(f"{results.count(True)} passed, {results.count(False)} failed")
    return 1 if False in results or not results else 0
