package dev.paycode.persistence;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection on which an answer is owed and nothing has come for a while, so that it is
 * made anew: the other end may be gone, and TCP would go on hoping for a quarter of an hour.
 */
final class SilentPeer extends IdleStateHandler {

  private final long patienceNanos;
  private boolean owesAnswer;
  private long owedSince;

  /** Gives the peer this time, or up to twice as much. */
  SilentPeer(Duration patience) {
    super(patience.toMillis(), 0, 0, TimeUnit.MILLISECONDS);
    this.patienceNanos = patience.toNanos();
  }

  @Override
  public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise)
      throws Exception {
    if (!owesAnswer) {
      owesAnswer = true;
      owedSince = System.nanoTime();
    }
    super.write(ctx, message, promise);
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) throws Exception {
    owesAnswer = false;
    super.channelRead(ctx, message);
  }

  @Override
  protected void channelIdle(ChannelHandlerContext ctx, IdleStateEvent event) {
    if (owesAnswer && System.nanoTime() - owedSince >= patienceNanos) {
      ChannelFuture unused = ctx.close(); // fails only where it is closed already
    }
  }
}
