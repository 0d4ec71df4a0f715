package dev.paycode.cli;

/**
 * An outcome in words.
 *
 * @param exitCode the command's
 * @param problem what happened, in one line
 * @param advice what to do, in one line
 */
record Told(int exitCode, String problem, String advice) {}
