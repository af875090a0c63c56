package sqlite

// lockCommand sets a lock that belongs to the open file and not to the process (F_OFD_SETLK).
const lockCommand = 37
