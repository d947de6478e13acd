# SPDX-License-Identifier: MIT
# bench-size: 3000
# DeltaBlue: an incremental solver of one-way constraints with strengths, on a chain of equalities
# and on scaled projections. Measures polymorphic methods and lists of objects. After the published
# description of the algorithm by Freeman-Benson, Maloney and Borning.
import sys

REQUIRED, STRONG_PREFERRED, PREFERRED, STRONG_DEFAULT, NORMAL, WEAK_DEFAULT, WEAKEST = range(7)


class Variable:
    def __init__(self, name, value=0):
        self.name = name
        self.value = value
        self.constraints = []
        self.determined_by = None
        self.mark = 0
        self.walkabout = WEAKEST
        self.stay = True


class Constraint:
    is_input = False

    def __init__(self, strength):
        self.strength = strength

    def attach(self, planner):
        self.add_to_graph()
        planner.add(self)

    def detach(self, planner):
        if self.is_satisfied():
            planner.remove(self)
        else:
            self.remove_from_graph()

    def satisfy(self, mark, planner):
        """Tries to enforce the constraint; gives the one that it overrode."""
        self.choose_method(mark)
        if not self.is_satisfied():
            if self.strength == REQUIRED:
                raise ValueError("a required constraint cannot be enforced")
            return None
        for variable in self.inputs():
            variable.mark = mark
        out = self.output()
        overridden = out.determined_by
        if overridden is not None:
            overridden.unsatisfy()
        out.determined_by = self
        if not planner.propagate(self, mark):
            raise ValueError("a cycle of constraints")
        out.mark = mark
        return overridden

    def inputs_known(self, mark):
        for variable in self.inputs():
            if not (variable.mark == mark or variable.stay or variable.determined_by is None):
                return False
        return True


class Unary(Constraint):
    def __init__(self, variable, strength, planner):
        super().__init__(strength)
        self.variable = variable
        self.satisfied = False
        self.attach(planner)

    def add_to_graph(self):
        self.variable.constraints.append(self)
        self.satisfied = False

    def remove_from_graph(self):
        self.variable.constraints.remove(self)
        self.satisfied = False

    def choose_method(self, mark):
        self.satisfied = self.variable.mark != mark and self.strength < self.variable.walkabout

    def is_satisfied(self):
        return self.satisfied

    def inputs(self):
        return ()

    def output(self):
        return self.variable

    def recalculate(self):
        self.variable.walkabout = self.strength
        self.variable.stay = not self.is_input
        if self.variable.stay:
            self.execute()

    def unsatisfy(self):
        self.satisfied = False

    def execute(self):
        pass


class Stay(Unary):
    pass


class Edit(Unary):
    is_input = True


FORWARD, BACKWARD = 1, 2


class Binary(Constraint):
    def __init__(self, first, second, strength, planner):
        super().__init__(strength)
        self.first = first
        self.second = second
        self.direction = 0
        self.attach(planner)

    def add_to_graph(self):
        self.first.constraints.append(self)
        self.second.constraints.append(self)
        self.direction = 0

    def remove_from_graph(self):
        self.first.constraints.remove(self)
        self.second.constraints.remove(self)
        self.direction = 0

    def choose_method(self, mark):
        first, second, strength = self.first, self.second, self.strength
        self.direction = 0
        if first.mark == mark:
            if second.mark != mark and strength < second.walkabout:
                self.direction = FORWARD
        elif second.mark == mark:
            if strength < first.walkabout:
                self.direction = BACKWARD
        elif first.walkabout > second.walkabout:
            if strength < first.walkabout:
                self.direction = BACKWARD
        elif strength < second.walkabout:
            self.direction = FORWARD

    def is_satisfied(self):
        return self.direction != 0

    def input(self):
        return self.first if self.direction == FORWARD else self.second

    def output(self):
        return self.second if self.direction == FORWARD else self.first

    def inputs(self):
        return (self.input(),)

    def recalculate(self):
        source, target = self.input(), self.output()
        target.walkabout = max(self.strength, source.walkabout)
        target.stay = source.stay
        if target.stay:
            self.execute()

    def unsatisfy(self):
        self.direction = 0


class Equal(Binary):
    def execute(self):
        self.output().value = self.input().value


class Scale(Binary):
    """second = first * scale + offset."""

    def __init__(self, source, scale, offset, target, strength, planner):
        self.scale = scale
        self.offset = offset
        super().__init__(source, target, strength, planner)

    def add_to_graph(self):
        super().add_to_graph()
        self.scale.constraints.append(self)
        self.offset.constraints.append(self)

    def remove_from_graph(self):
        super().remove_from_graph()
        self.scale.constraints.remove(self)
        self.offset.constraints.remove(self)

    def inputs(self):
        return (self.input(), self.scale, self.offset)

    def execute(self):
        if self.direction == FORWARD:
            self.second.value = self.first.value * self.scale.value + self.offset.value
        else:
            self.first.value = (self.second.value - self.offset.value) // self.scale.value

    def recalculate(self):
        source, target = self.input(), self.output()
        target.walkabout = max(self.strength, source.walkabout)
        target.stay = source.stay and self.scale.stay and self.offset.stay
        if target.stay:
            self.execute()


class Planner:
    def __init__(self):
        self.mark = 0

    def new_mark(self):
        self.mark += 1
        return self.mark

    def add(self, constraint):
        mark = self.new_mark()
        while constraint is not None:
            constraint = constraint.satisfy(mark, self)

    def remove(self, constraint):
        out = constraint.output()
        constraint.unsatisfy()
        constraint.remove_from_graph()
        unsatisfied = self.free_downstream(out)
        for strength in range(REQUIRED, WEAKEST + 1):
            for other in unsatisfied:
                if other.strength == strength:
                    self.add(other)

    def free_downstream(self, out):
        """Forgets all that depended on `out`; gives the constraints that could now be enforced."""
        out.determined_by = None
        out.walkabout = WEAKEST
        out.stay = True
        unsatisfied = []
        todo = [out]
        while todo:
            variable = todo.pop()
            for constraint in variable.constraints:
                if not constraint.is_satisfied():
                    unsatisfied.append(constraint)
            for constraint in self.consumers(variable):
                constraint.recalculate()
                todo.append(constraint.output())
        return unsatisfied

    def consumers(self, variable):
        by = variable.determined_by
        return [c for c in variable.constraints if c is not by and c.is_satisfied()]

    def propagate(self, constraint, mark):
        todo = [constraint]
        while todo:
            constraint = todo.pop()
            out = constraint.output()
            if out.mark == mark:
                constraint.unsatisfy()
                return False
            constraint.recalculate()
            todo.extend(self.consumers(out))
        return True

    def plan(self, sources):
        """The constraints to execute, in order, when the inputs change."""
        mark = self.new_mark()
        plan = []
        todo = [c for c in sources if c.is_input and c.is_satisfied()]
        while todo:
            constraint = todo.pop()
            out = constraint.output()
            if out.mark != mark and constraint.inputs_known(mark):
                plan.append(constraint)
                out.mark = mark
                todo.extend(self.consumers(out))
        return plan


def change(planner, variable, value, times):
    edit = Edit(variable, PREFERRED, planner)
    plan = planner.plan([edit])
    for _ in range(times):
        variable.value = value
        for constraint in plan:
            constraint.execute()
    edit.detach(planner)


def chain(size):
    planner = Planner()
    variables = [Variable(f"v{i}") for i in range(size + 1)]
    for a, b in zip(variables, variables[1:]):
        Equal(a, b, REQUIRED, planner)
    Stay(variables[-1], STRONG_DEFAULT, planner)
    edit = Edit(variables[0], PREFERRED, planner)
    plan = planner.plan([edit])
    wrong = 0
    for value in range(20):
        variables[0].value = value
        for constraint in plan:
            constraint.execute()
        wrong += variables[-1].value != value
    return wrong, len(plan)


def projection(size):
    planner = Planner()
    scale, offset = Variable("scale", 10), Variable("offset", 1000)
    targets = []
    for i in range(size):
        source, target = Variable(f"s{i}", i), Variable(f"t{i}", i)
        targets.append(target)
        Stay(source, NORMAL, planner)
        Scale(source, scale, offset, target, REQUIRED, planner)
    wrong = 0
    change(planner, source, 17, 3)
    wrong += target.value != 1170
    change(planner, target, 1050, 3)
    wrong += source.value != 5
    change(planner, scale, 5, 3)
    wrong += sum(t.value != i * 5 + 1000 for i, t in enumerate(targets[:-1]))
    change(planner, offset, 2000, 3)
    wrong += sum(t.value != i * 5 + 2000 for i, t in enumerate(targets[:-1]))
    return wrong, sum(t.value for t in targets)


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 8
    print("chain", *chain(size))
    print("projection", *projection(size))


main()
