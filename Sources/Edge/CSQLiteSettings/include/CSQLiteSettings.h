// What SQLite takes for the whole process, by a function of variable arguments that Swift cannot call.
#ifndef CSQLITE_SETTINGS_H
#define CSQLITE_SETTINGS_H

/// SQLite counts every allocation under a lock of the whole process unless it is told before its first use; later the
/// call changes nothing.
void csqlite_keep_no_memory_statistics(void);

#endif
