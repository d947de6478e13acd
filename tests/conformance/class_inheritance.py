# SPDX-License-Identifier: MIT
# Inheritance: lookup, overriding, super, calling the base by name, isinstance and issubclass.

class Animal:
    sound = "..."
    kinds = []

    def __init__(self, name):
        self.name = name
        self.kinds.append(type(self).__name__)

    def speak(self):
        return f"{self.name}: {self.sound}"

    def describe(self):
        return "animal " + self.speak()


class Dog(Animal):
    sound = "woof"

    def describe(self):
        return "dog, " + super().describe()


class Puppy(Dog):
    def __init__(self, name, age=1):
        super().__init__(name + " jr")
        self.age = age

    def speak(self):
        return Animal.speak(self).upper()


class Silent(Animal):
    speak = None


a, d, p = Animal("a"), Dog("rex"), Puppy("bit", age=2)
for x in (a, d, p):
    print(x.speak(), "|", x.describe(), "|", type(x).__name__, isinstance(x, Dog), isinstance(x, Animal))
print(Animal.kinds, p.age, hasattr(d, "age"), Silent("s").speak)
print(issubclass(Puppy, Animal), issubclass(Animal, Puppy), issubclass(Dog, Dog), issubclass(Dog, (int, Animal)), issubclass(bool, int))
print(isinstance(p, (int, Dog)), isinstance(5, Animal), isinstance(p, object), Dog.__bases__[0].__name__, [c.__name__ for c in Puppy.__mro__])
Animal.sound = "changed"
print(a.sound, d.sound, p.sound)
Dog.sound = "arf"
print(p.speak(), Dog.describe is Animal.describe, Dog.speak is Animal.speak)


class Base:
    def template(self):
        return [self.first(), self.second()]

    def first(self):
        return "base first"

    def second(self):
        raise NotImplementedError("second")


class Concrete(Base):
    def second(self):
        return "concrete second"


print(Concrete().template())
try:
    Base().template()
except NotImplementedError as e:
    print(type(e).__name__, e)
try:
    isinstance(5, "int")
except TypeError as e:
    print(e)
try:
    class Bad(5):
        pass
except TypeError as e:
    print("TypeError")


class Stack:
    def __init__(self):
        self._items = []

    def push(self, x):
        self._items.append(x)

    def pop(self):
        return self._items.pop()


class CountingStack(Stack):
    def __init__(self):
        super().__init__()
        self.pushes = 0

    def push(self, x):
        self.pushes += 1
        super().push(x)


s = CountingStack()
for i in range(3):
    s.push(i)
print(s.pop(), s.pushes, len(s._items), type(super(CountingStack, s)).__name__)
