package dev.paycode.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2GoAwayFrame;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.DefaultHttp2ResetFrame;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.ApplicationProtocolNegotiationHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.util.ReferenceCountUtil;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A server on a port of its own that speaks HTTP/2 within TLS, and plays a script per request. */
@SuppressWarnings("FutureReturnValueIgnored") // what cannot be written, the client misses
final class Http2Gateway implements AutoCloseable {

  /** What to do with a request. */
  @FunctionalInterface
  interface Script {
    void play(Stream stream);
  }

  private final EventLoopGroup threads =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final Script script;
  private final Channel server;
  private final List<String> protocols = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  private Http2Gateway(TestCa.Leaf leaf, Script script) throws Exception {
    this.script = script;
    SslContext tls = tls(leaf.keys());
    server =
        new ServerBootstrap()
            .group(threads)
            .channel(NioServerSocketChannel.class)
            .childHandler(
                new ChannelInitializer<>() {
                  @Override
                  protected void initChannel(Channel connection) {
                    connection
                        .pipeline()
                        .addLast(tls.newHandler(connection.alloc()), new Negotiated());
                  }
                })
            .bind(InetAddress.getLoopbackAddress(), 0)
            .sync()
            .channel();
  }

  static Http2Gateway playing(TestCa.Leaf leaf, Script script) throws Exception {
    return new Http2Gateway(leaf, script);
  }

  private static SslContext tls(KeyStore keys) throws Exception {
    X509Certificate[] chain =
        Arrays.copyOf(keys.getCertificateChain("leaf"), 2, X509Certificate[].class);
    return SslContextBuilder.forServer((PrivateKey) keys.getKey("leaf", TestCa.PASSWORD), chain)
        .sslProvider(SslProvider.JDK)
        .applicationProtocolConfig(
            new ApplicationProtocolConfig(
                ApplicationProtocolConfig.Protocol.ALPN,
                ApplicationProtocolConfig.SelectorFailureBehavior.NO_ADVERTISE,
                ApplicationProtocolConfig.SelectedListenerFailureBehavior.ACCEPT,
                ApplicationProtocolNames.HTTP_2))
        .build();
  }

  int port() {
    return ((InetSocketAddress) server.localAddress()).getPort();
  }

  /** The protocol of each connection made so far. */
  List<String> protocols() {
    return protocols;
  }

  /** The bodies of the requests that have come. */
  List<String> requests() {
    return requests;
  }

  @Override
  public void close() {
    server.close();
    threads.shutdownGracefully(0, 1, TimeUnit.SECONDS);
  }

  /** Notes what was agreed upon, and speaks HTTP/2 if it was that. */
  private final class Negotiated extends ApplicationProtocolNegotiationHandler {

    Negotiated() {
      super(ApplicationProtocolNames.HTTP_1_1);
    }

    @Override
    protected void configurePipeline(ChannelHandlerContext context, String protocol) {
      protocols.add(protocol);
      if (protocol.equals(ApplicationProtocolNames.HTTP_2)) {
        context
            .pipeline()
            .addLast(
                Http2FrameCodecBuilder.forServer().build(),
                new Http2MultiplexHandler(
                    new ChannelInitializer<>() {
                      @Override
                      protected void initChannel(Channel stream) {
                        stream.pipeline().addLast(new Reading());
                      }
                    }));
      } else {
        context.close();
      }
    }
  }

  /** Collects a request and plays the script at its end. */
  private final class Reading extends ChannelInboundHandlerAdapter {

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    @Override
    public void channelRead(ChannelHandlerContext context, Object frame) throws Exception {
      if (frame instanceof Http2DataFrame data) {
        data.content().readBytes(body, data.content().readableBytes());
        if (data.isEndStream()) {
          requests.add(body.toString(UTF_8));
          script.play(new Stream(context.channel(), body.toString(UTF_8)));
        }
      }
      ReferenceCountUtil.release(frame);
    }
  }

  /** The stream on which a request came. */
  record Stream(Channel channel, String request) {

    void answer(HttpReply reply) {
      Http2Headers headers = new DefaultHttp2Headers().status(Integer.toString(reply.status()));
      reply
          .headers()
          .forEach(
              header -> headers.add(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
      channel.write(new DefaultHttp2HeadersFrame(headers));
      channel.writeAndFlush(new DefaultHttp2DataFrame(Unpooled.wrappedBuffer(reply.body()), true));
    }

    void reset() {
      channel.writeAndFlush(new DefaultHttp2ResetFrame(Http2Error.INTERNAL_ERROR));
    }

    /** Says that no more requests are taken on the connection; this one may be answered yet. */
    void goAway() {
      channel.parent().writeAndFlush(new DefaultHttp2GoAwayFrame(Http2Error.NO_ERROR));
    }

    void cutConnection() {
      channel.parent().close();
    }
  }
}
