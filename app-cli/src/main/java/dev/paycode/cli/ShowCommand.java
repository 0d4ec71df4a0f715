package dev.paycode.cli;

import dev.paycode.code.PaymentCode;
import dev.paycode.port.in.Showing;
import dev.paycode.request.CodeQuantity;
import dev.paycode.request.CodeRequest;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the present code as barcode and QR code. */
@Command(
    name = "show",
    description = {
      "Show the present payment code as Code 128 and QR code, change to the next in time, and fetch"
          + " more before they run out, until q (exit code 0) or Ctrl-C (130).",
      "The digits are masked; r shows them for five seconds. A window of 94 columns by 25 lines has"
          + " room for both symbols, a smaller one gets the QR code alone.",
      "Drawn black on white; as plain text (no terminal, or NO_COLOR set) dark modules are block"
          + " characters, to be shown dark on light: on a dark terminal press i to swap them."
    },
    footer = {
      "  paycode show --customer alice --region JP",
      "  paycode show --png code.png --svg code.svg",
      "  paycode show --web",
      "  paycode show --format json        the present code, for a script"
    })
final class ShowCommand extends CommonOptions implements Callable<Integer> {

  @Mixin private RequestOptions request = new RequestOptions();
  @Mixin private GatewayOptions gateway;
  @Mixin private PictureOptions pictures = new PictureOptions();
  @Mixin private Output output;

  @Option(
      names = "--once",
      description =
          "Print one frame and end; so it does anyway where stdin or stdout is no terminal.")
  private boolean once;

  @Option(
      names = "--web",
      description = {
        "Serve a page with the live code to browsers on this machine, until Ctrl-C. Prints its"
            + " address, which nobody can guess and nobody else should know."
      })
  private boolean web;

  @Option(
      names = "--reveal",
      description = {
        "Print the digits in full, where they are printed once: whoever reads them can spend with"
            + " them. On the live screen press r."
      })
  private boolean reveal;

  private final Sessions sessions;
  private final AttemptLog attempts;
  private final InstantSource clock;
  private final Supplier<Screen> screens;
  private final Once waiting;
  private final OneFrame oneFrame;
  private final LiveFrames liveFrames;
  private final ServedPage servedPage;

  @Inject
  ShowCommand(
      GatewayOptions gateway,
      Output output,
      Sessions sessions,
      AttemptLog attempts,
      InstantSource clock,
      Supplier<Screen> screens,
      Once waiting,
      OneFrame oneFrame,
      LiveFrames liveFrames,
      ServedPage servedPage) {
    this.gateway = gateway;
    this.output = output;
    this.sessions = sessions;
    this.attempts = attempts;
    this.clock = clock;
    this.screens = screens;
    this.waiting = waiting;
    this.oneFrame = oneFrame;
    this.liveFrames = liveFrames;
    this.servedPage = servedPage;
  }

  @Override
  public Integer call() {
    if (web && (once || !pictures.files().isEmpty())) {
      throw Failure.invalid(
          "--web goes on until Ctrl-C, but --once, --png and --svg end",
          "Leave out the one or the others.");
    }
    pictures.files().forEach(PictureFile::requireWritable);
    LastAttempt lastAttempt = new LastAttempt(clock);
    try (Session session =
            sessions.open(gateway.settings(), new Both(lastAttempt, listener(attempts)));
        Screen screen = screens.get()) {
      screen.interruptCallerOnCtrlC();
      return show(session, screen, lastAttempt);
    }
  }

  private int show(Session session, Screen screen, LastAttempt lastAttempt) {
    if (!pictures.files().isEmpty()) {
      return waiting.show(session, request.asking(CodeQuantity.ONE), code -> write(code, session));
    }
    CodeRequest codes = request.asking(CodeQuantity.MOST);
    if (web) {
      requireMasked("The page has a button that shows the digits; leave --reveal out.");
      return servedPage.serve(session, codes, lastAttempt, output);
    }
    if (once || output.isForPrograms() || !screen.isTerminal()) {
      return waiting.show(session, codes, code -> print(code, session, screen, lastAttempt));
    }
    requireMasked("Press r on the live screen, or add --once.");
    return liveFrames.show(session, codes, screen, lastAttempt);
  }

  private void requireMasked(String advice) {
    if (reveal) {
      throw Failure.invalid("--reveal is for what is printed once", advice);
    }
  }

  private void print(
      Showing.Code showing, Session session, Screen screen, LastAttempt lastAttempt) {
    Scene scene =
        new CodeScene(CodeFrame.of(screen.paint(), session.isSandbox()), showing, lastAttempt);
    output.print(
        ShowReport.of(showing, digits(showing), List.of(), oneFrame.lines(scene, screen, reveal)));
  }

  private void write(Showing.Code showing, Session session) {
    String digits = digits(showing);
    List<PictureFile> files = pictures.files();
    output.print(ShowReport.of(showing, digits, files, OneFrame.write(showing, files, digits)));
    if (session.isSandbox() && !isQuiet()) {
      output.remark(CodeFrame.SANDBOX);
    }
  }

  private String digits(Showing.Code showing) {
    PaymentCode code = showing.presentation().code();
    return reveal ? code.reveal() : code.toString();
  }
}
