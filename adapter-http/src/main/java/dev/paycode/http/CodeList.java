package dev.paycode.http;

import dev.paycode.code.IssuedCode;
import java.util.ArrayList;
import java.util.List;

/**
 * The field {@code paymentCodeInfoList} of a reply (protocol.md §4), in the gateway's order.
 *
 * @param entries what stands in it, read as texts
 */
record CodeList(List<CodeEntry> entries) {

  private static final int MOST = 10;

  /** What a reply without the field, or with null in it, amounts to. */
  static final CodeList EMPTY = new CodeList(List.of());

  /** The list at hand. */
  static CodeList at(JsonValues value) {
    return value.isNull()
        ? EMPTY
        : value.array().map(CodeList::in).orElseGet(() -> new CodeList(List.of(CodeEntry.NONE)));
  }

  private static CodeList in(JsonValues values) {
    List<CodeEntry> entries = new ArrayList<>();
    while (values.next()) {
      entries.add(values.object().map(CodeEntry::in).orElse(CodeEntry.NONE));
    }
    return new CodeList(entries);
  }

  /** The codes of the entries that are well-formed, at most ten. Never throws. */
  List<IssuedCode> codes() {
    List<IssuedCode> codes = new ArrayList<>();
    for (CodeEntry entry : entries) {
      if (codes.size() < MOST) {
        entry.code().ifPresent(codes::add);
      }
    }
    return codes;
  }
}
