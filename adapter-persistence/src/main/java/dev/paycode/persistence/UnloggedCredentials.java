package dev.paycode.persistence;

import io.lettuce.core.protocol.CommandEncoder;
import io.lettuce.core.protocol.CommandType;
import io.lettuce.core.protocol.RedisCommand;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;

/** Sends AUTH past Lettuce's encoder, which would write the password into a log at level TRACE. */
final class UnloggedCredentials extends ChannelOutboundHandlerAdapter {

  private final ChannelHandlerContext encoder;

  private UnloggedCredentials(ChannelHandlerContext encoder) {
    this.encoder = encoder;
  }

  static void on(Channel channel) {
    ChannelHandlerContext encoder = channel.pipeline().context(CommandEncoder.class);
    channel.pipeline().addAfter(encoder.name(), null, new UnloggedCredentials(encoder));
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // the promise tells how it ended
  public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
    if (message instanceof RedisCommand<?, ?, ?> command && command.getType() == CommandType.AUTH) {
      ByteBuf bytes = ctx.alloc().buffer();
      command.encode(bytes);
      encoder.write(bytes, promise);
    } else {
      ctx.write(message, promise);
    }
  }
}
