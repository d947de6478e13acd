# Errors of several modules are told in one run.
import broken
import unclosed
