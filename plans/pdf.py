def plan(version, innehall):
    raise NotImplementedError
