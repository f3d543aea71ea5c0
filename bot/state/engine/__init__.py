"""The engines that the state is kept in, and all that is the same for each kind of thing that is remembered."""
