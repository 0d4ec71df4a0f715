package dev.paycode.persistence;

import java.time.Instant;

/**
 * One row of the table of leases.
 *
 * @param holder its key
 * @param fencingToken the token of the holder's last lease
 * @param owner who wrote the row; no other row has the same
 * @param endsAt when the lease ends or ended
 */
record LeaseRow(String holder, long fencingToken, String owner, Instant endsAt) {}
