package dev.paycode.cli;

import dev.paycode.handling.Reply;
import dev.paycode.result.Result;
import java.util.LinkedHashMap;
import java.util.Map;

/** What may be told of a reply to programs. */
final class ReplyFacts implements Reply.Cases<Map<String, Object>> {

  @Override
  public Map<String, Object> answer(Reply.Answer reply) {
    return stated("ANSWER", reply.result());
  }

  @Override
  public Map<String, Object> noResult(Reply.NoResult reply) {
    Map<String, Object> facts = kind("NO_RESULT");
    facts.put("cause", reply.cause());
    return facts;
  }

  @Override
  public Map<String, Object> throttled(Reply.Throttled reply) {
    return kind("THROTTLED");
  }

  @Override
  public Map<String, Object> unauthenticated(Reply.Unauthenticated reply) {
    return stated("UNAUTHENTICATED", reply.unverified());
  }

  @Override
  public Map<String, Object> misconfigured(Reply.Misconfigured reply) {
    return kind("MISCONFIGURED");
  }

  private static Map<String, Object> stated(String kind, Result result) {
    Map<String, Object> facts = kind(kind);
    facts.put("resultCode", result.code().toString());
    facts.put("resultStatus", result.status());
    return facts;
  }

  private static Map<String, Object> kind(String kind) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("kind", kind);
    return facts;
  }
}
