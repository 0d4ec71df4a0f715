package dev.paycode.sandbox;

import dev.paycode.request.CodeRequest;
import dev.paycode.result.Result;
import java.util.function.Function;

/** What a check says of a received request: a request for codes, or the result that refuses it. */
sealed interface Judgement {

  <T> T fold(Function<CodeRequest, T> accepted, Function<Result, T> refused);

  /** Nothing is wrong with it. */
  record Accepted(CodeRequest request) implements Judgement {
    @Override
    public <T> T fold(Function<CodeRequest, T> accepted, Function<Result, T> refused) {
      return accepted.apply(request);
    }
  }

  /** Something is wrong with it. */
  record Refused(Result result) implements Judgement {
    @Override
    public <T> T fold(Function<CodeRequest, T> accepted, Function<Result, T> refused) {
      return refused.apply(result);
    }
  }
}
