/**
 * Tests of many servers over one store: each server a process of its own that can be paused and
 * killed, the stores real, and the sandbox's ledger the judge. Open {@link
 * dev.paycode.cli.fleet.Fleet} first.
 */
package dev.paycode.cli.fleet;
