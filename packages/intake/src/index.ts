/** What people bring along: tables that become notes. */
export {}
