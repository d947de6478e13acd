# SPDX-License-Identifier: MIT
# __future__: the statement has its effect when code is compiled; the names are here for those that look.

annotations = division = absolute_import = generators = nested_scopes = None
print_function = unicode_literals = with_statement = generator_stop = None
