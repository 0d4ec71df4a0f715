package dev.paycode.cli;

import jakarta.inject.Inject;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Finds out what is wrong with a set-up. */
@Command(
    name = "doctor",
    description = {
      "Check keys, network, TLS and clock, make one signed call, and say what to do about each thing"
          + " that is not ok.",
      "The call asks for one code, which is thrown away. Exits with the code of the worst finding."
    },
    footer = {
      "  paycode doctor --config client.properties",
      "  paycode doctor --format json      the same for a monitor"
    })
final class DoctorCommand extends CommonOptions implements Callable<Integer> {

  @Mixin private HolderOptions holder = new HolderOptions();
  @Mixin private GatewayOptions gateway;
  @Mixin private Output output;

  private final Doctor doctor;
  private final SampleSetup sample;

  @Inject
  DoctorCommand(GatewayOptions gateway, Output output, Doctor doctor, SampleSetup sample) {
    this.gateway = gateway.on(Setting.Topic.GATEWAY, Setting.Topic.CONNECTION);
    this.output = output;
    this.doctor = doctor;
    this.sample = sample;
  }

  @Override
  public Integer call() {
    try {
      Settings settings = gateway.settings();
      DoctorReport report =
          settings.meanTheSandbox() ? sample.examinedBy(this::examined) : examined(settings);
      output.print(report);
      if (settings.meanTheSandbox() && !isQuiet()) {
        output.remark("This is the sandbox in this process. Name your own gateway with --config.");
      }
      return report.exitCode();
    } catch (InterruptedException interrupted) {
      return ExitCode.INTERRUPTED;
    }
  }

  private DoctorReport examined(Settings settings) throws InterruptedException {
    return doctor.examine(settings, holder.request());
  }
}
