# Never found: the runtime has a module of this name.
