package dev.paycode.cli;

import java.util.List;
import picocli.CommandLine.Command;

/** The command that leads to all others. */
@Command(
    name = "paycode",
    description = {
      "Alipay+ payment codes for mobile wallets: obtain them, keep them, show the right one.",
      "Without the settings of a gateway, a sandbox in this process stands in for Alipay+; its codes"
          + " pay for nothing."
    },
    footer = {
      "  paycode show                      see a code turn over, against the sandbox",
      "  paycode get --format json         ask once, for a script",
      "  paycode explain PROCESS_FAIL      what a result means and what to do",
      "  paycode COMMAND --help            all of a command's options"
    })
final class PaycodeCommand extends CommandGroup {

  /** The commands in the order of the help. */
  static final List<Class<?>> COMMANDS =
      List.of(
          ShowCommand.class,
          GetCommand.class,
          SandboxCommand.class,
          DoctorCommand.class,
          KeysCommand.class,
          SignCommand.class,
          VerifyCommand.class,
          StoreCommand.class,
          RetireCommand.class,
          ExplainCommand.class,
          ConfigCommand.class,
          CompletionCommand.class);

  PaycodeCommand() {
    super("Begin with 'paycode show', which needs no set-up. ");
  }
}
