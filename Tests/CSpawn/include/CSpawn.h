#pragma once
#include <spawn.h>

/// What glibc offers beside POSIX, which Swift does not see.
int spawn_in_folder(posix_spawn_file_actions_t *actions, const char *path);
/// Closes every file from this number on.
int spawn_close_from(posix_spawn_file_actions_t *actions, int first);
