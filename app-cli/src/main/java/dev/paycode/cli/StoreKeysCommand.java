package dev.paycode.cli;

import dev.paycode.persistence.StoreKeys;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes the keys of a store, or takes one step of their rotation. */
@Command(
    name = "keys",
    description = {
      "Make the file with the keys that hide what a store keeps, or change it by one step.",
      "To rotate them without a gap, take each step on all servers before the next: add, promote,"
          + " and ten minutes later remove."
    },
    footer = {"  paycode store keys new store.keys", "  paycode store keys add store.keys"})
final class StoreKeysCommand extends CommonOptions implements Callable<Integer> {

  /** What is done to the file. */
  enum Step {
    /** Makes it. */
    NEW,
    /** Adds a key that opens. */
    ADD,
    /** Lets the key that was added last seal. */
    PROMOTE,
    /** Removes all keys but the one that seals. */
    REMOVE;

    /** As it is typed. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Parameters(
      index = "0",
      paramLabel = "STEP",
      description = {
        "new: a new file. add: a key that opens. promote: the key added last seals.",
        "remove: all keys but the one that seals."
      })
  private Step step = Step.NEW;

  @Parameters(index = "1", paramLabel = "FILE", description = "The file with the keys; mode 600.")
  private Path file = Path.of("store.keys");

  @Mixin private Output output;

  @Inject
  StoreKeysCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() {
    StoreKeys keys = step == Step.NEW ? StoreKeys.generate() : changed(StoreKeys.read(file));
    if (step == Step.NEW) {
      keys.writeNew(file);
    } else {
      keys.replace(file);
    }
    output.print(new StoreKeysReport(file.toString(), keys.toString()));
    return ExitCode.OBTAINED;
  }

  private StoreKeys changed(StoreKeys keys) {
    return switch (step) {
      case NEW -> keys;
      case ADD -> keys.withNewKey();
      case PROMOTE -> keys.withNewestKeySealing();
      case REMOVE -> keys.withoutOldKeys();
    };
  }
}
