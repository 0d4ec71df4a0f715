package dev.paycode.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.sync.RedisClusterCommands;
import io.lettuce.core.codec.Base16;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The scripts that Redis runs, each as one atomic step; what they do stands in the files. */
enum RedisScript {
  ACQUIRE("next-token.lua", "acquire.lua"),
  RELEASE("release.lua"),
  SUPERSEDE("next-token.lua", "supersede.lua"),
  REPLACE("replace.lua");

  private final String text;
  private final String digest;

  RedisScript(String... files) {
    text = Arrays.stream(files).map(RedisScript::content).collect(Collectors.joining());
    digest = Base16.digest(text.getBytes(UTF_8));
  }

  private static String content(String file) {
    try (InputStream in = RedisScript.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("Paycode bug: there is no script " + file);
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** This length, rounded up to milliseconds. */
  static byte[] millis(Duration length) {
    return Long.toString(length.plusNanos(999_999).toMillis()).getBytes(UTF_8);
  }

  /** This instant in milliseconds since 1970, rounded up. */
  static byte[] millis(Instant instant) {
    return Long.toString(instant.plusNanos(999_999).toEpochMilli()).getBytes(UTF_8);
  }

  /** Runs it by its digest, or with its text where the server does not know it yet. */
  long run(RedisClusterCommands<byte[], byte[]> redis, byte[][] keys, byte[]... values) {
    try {
      return redis.<Long>evalsha(digest, ScriptOutputType.INTEGER, keys, values);
    } catch (RedisNoScriptException unknown) {
      return redis.<Long>eval(text, ScriptOutputType.INTEGER, keys, values);
    }
  }
}
