package store

// errFull is what the system says of a full disk.
var errFull error = errorDiskFull
