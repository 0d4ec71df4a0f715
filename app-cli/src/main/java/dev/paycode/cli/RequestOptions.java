package dev.paycode.cli;

import dev.paycode.request.CodeQuantity;
import dev.paycode.request.CodeRequest;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** For whom, where, on which device and how many: the request's options. */
final class RequestOptions {

  @Mixin private HolderOptions holder = new HolderOptions();

  @Option(
      names = "--quantity",
      paramLabel = "N",
      converter = Convert.Quantity.class,
      description = "How many codes to ask for, 1 to 10. Default: 10 for show, 1 for get")
  private Optional<CodeQuantity> quantity = Optional.empty();

  /** The request, for that many codes unless the user said otherwise. */
  CodeRequest asking(CodeQuantity otherwise) {
    return holder.request().asking(quantity.orElse(otherwise));
  }
}
