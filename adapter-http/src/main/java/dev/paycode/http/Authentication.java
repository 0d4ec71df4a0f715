package dev.paycode.http;

import dev.paycode.handling.Cause;
import dev.paycode.handling.Reply;
import dev.paycode.message.ClientId;
import dev.paycode.message.KeyVersion;
import dev.paycode.message.MessageTime;
import dev.paycode.message.SignatureHeader;
import dev.paycode.message.SignedContent;
import dev.paycode.port.out.MessageVerifier;
import dev.paycode.port.out.Verdict;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whether a reply is Alipay+'s answer to this client, and a fresh one. The signature is verified
 * over the bytes on the wire before anything looks into them (protocol.md §2).
 */
final class Authentication {

  private final ClientId clientId;
  private final MessageVerifier verifier;
  private final InstantSource clock;
  private final Freshness freshness;

  Authentication(
      ClientId clientId, MessageVerifier verifier, InstantSource clock, Freshness freshness) {
    this.clientId = clientId;
    this.verifier = verifier;
    this.clock = clock;
    this.freshness = freshness;
  }

  /**
   * What {@code use} makes of the reply's body, if the reply is authentic; else why it is not.
   *
   * @param signature the text of its Signature header
   * @param sent when the request left
   */
  Reply authenticated(
      RawReply raw, String signature, Instant sent, Function<VerifiedBody, Reply> use) {
    Optional<String> time = raw.responseTime();
    if (time.isEmpty()) {
      return new Reply.NoResult(Cause.TIME_MISSING);
    }
    if (!raw.isFor(clientId)) {
      return new Reply.NoResult(Cause.OTHER_CLIENT);
    }
    return SignatureHeader.parse(signature)
        .map(header -> verdict(raw, time.get(), header))
        .orElseGet(() -> new Verdict.Distrusted(Cause.SIGNATURE_MALFORMED))
        .fold(new Judgement(raw, time.get(), sent, use));
  }

  /** Whether the bytes so far are all that was signed, or nothing that follows could be. */
  boolean isConclusive(RawReply soFar, String signature) {
    Optional<String> time = soFar.responseTime();
    Optional<SignatureHeader> header = SignatureHeader.parse(signature);
    return time.isEmpty()
        || header.isEmpty()
        || !soFar.isFor(clientId)
        || verdict(soFar, time.get(), header.get()).fold(new IsFinal());
  }

  private Verdict verdict(RawReply raw, String time, SignatureHeader header) {
    SignedContent content = SignedContent.of(GatewayAddress.PATH, clientId, time, raw.body());
    try {
      return verifier.verify(content, header);
    } catch (RuntimeException brokenVerifier) {
      // what was not verified is not trusted, whatever the reason
      return new Verdict.Distrusted(Cause.SIGNATURE_WRONG);
    }
  }

  /** What follows from the verdict. */
  private final class Judgement implements Verdict.Cases<Reply> {

    private final RawReply raw;
    private final String time;
    private final Instant sent;
    private final Function<VerifiedBody, Reply> use;

    Judgement(RawReply raw, String time, Instant sent, Function<VerifiedBody, Reply> use) {
      this.raw = raw;
      this.time = time;
      this.sent = sent;
      this.use = use;
    }

    @Override
    public Reply verified(Verdict.Verified verdict) {
      return MessageTime.parseLeniently(time)
          .map(stamped -> ifFresh(stamped, verdict.keyVersion()))
          .orElseGet(() -> new Reply.NoResult(Cause.TIME_MISSING));
    }

    private Reply ifFresh(Instant stamped, KeyVersion keyVersion) {
      return freshness.allows(stamped, sent, clock.instant())
          ? use.apply(new VerifiedBody(raw.body(), stamped, keyVersion))
          : new Reply.NoResult(Cause.TIME_STALE);
    }

    @Override
    public Reply distrusted(Verdict.Distrusted verdict) {
      return new Reply.NoResult(verdict.cause());
    }
  }

  /** Whether more bytes would bring the same verdict. */
  private static final class IsFinal implements Verdict.Cases<Boolean> {

    @Override
    public Boolean verified(Verdict.Verified verdict) {
      return true;
    }

    @Override
    public Boolean distrusted(Verdict.Distrusted verdict) {
      return verdict.cause() != Cause.SIGNATURE_WRONG;
    }
  }
}
