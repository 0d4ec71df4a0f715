package dev.paycode.cli;

import java.util.Optional;

/** Asks for a password where nobody can read along. */
@FunctionalInterface
interface PasswordPrompt {

  /** What was typed; empty if there is no terminal to type on. */
  Optional<char[]> ask(String question);
}
