package dev.paycode.usecase;

import dev.paycode.handling.RetryBudget;
import dev.paycode.handling.RetryPolicy;
import dev.paycode.handling.TrafficGovernor;
import dev.paycode.port.in.ObtainPaymentCodes;
import dev.paycode.port.in.PresentPaymentCode;
import dev.paycode.port.in.RetirePaymentCodes;
import dev.paycode.port.out.CodeGateway;
import dev.paycode.port.out.CodeSchedules;
import dev.paycode.port.out.HandlingListener;
import dev.paycode.port.out.RefillLeases;
import java.util.concurrent.Executor;

/**
 * The core's services, put together over the ports. Make one per process: its parts share the retry
 * budget, the calls in flight and the knowledge of the server's clock. Safe for use by many
 * threads.
 *
 * <pre>{@code
 * UseCases paycode =
 *     UseCases.over(gateway, schedules, leases, time).prefetchingOn(executor).build();
 * Showing showing = paycode.present().present(request);
 * }</pre>
 */
public final class UseCases {

  private final ObtainPaymentCodes obtain;
  private final PresentPaymentCode present;
  private final RetirePaymentCodes retire;

  private UseCases(Builder builder) {
    ServerClock clock = new ServerClock(builder.time.clock());
    Reporter reporter = new Reporter(builder.listener);
    ObtainService obtainService =
        new ObtainService(
            builder.gateway,
            builder.retryPolicy,
            builder.retryBudget,
            builder.governor,
            builder.time,
            clock,
            reporter);
    BoughtCodes bought =
        new BoughtCodes(builder.schedules, builder.presentationPolicy, builder.time, clock);
    Refills refills =
        new Refills(
            obtainService,
            bought,
            builder.schedules,
            builder.leases,
            builder.presentationPolicy,
            builder.retryPolicy.deadline().multipliedBy(2),
            builder.time,
            clock);
    obtain = obtainService;
    present =
        new PresentService(
            builder.schedules,
            refills,
            builder.presentationPolicy,
            builder.retryPolicy.deadline(),
            builder.time,
            clock,
            reporter,
            builder.prefetcher);
    retire = new RetireService(builder.schedules, builder.leases);
  }

  /** A builder over the ports, with the default policies, a full retry budget and no listener. */
  public static Builder over(
      CodeGateway gateway, CodeSchedules schedules, RefillLeases leases, TimeAndChance time) {
    return new Builder(gateway, schedules, leases, time);
  }

  /** Obtaining codes without keeping them. */
  public ObtainPaymentCodes obtain() {
    return obtain;
  }

  /** What to show a holder now. */
  public PresentPaymentCode present() {
    return present;
  }

  /** Codes that must not be shown again. */
  public RetirePaymentCodes retire() {
    return retire;
  }

  /** What may be chosen. Not safe for use by many threads. */
  public static final class Builder {

    private final CodeGateway gateway;
    private final CodeSchedules schedules;
    private final RefillLeases leases;
    private final TimeAndChance time;
    private RetryPolicy retryPolicy = RetryPolicy.ofDefaults();
    private RetryBudget retryBudget = RetryBudget.ofDefaults();
    private TrafficGovernor governor = TrafficGovernor.unlimited();
    private PresentationPolicy presentationPolicy = PresentationPolicy.ofDefaults();
    private HandlingListener listener = HandlingListener.silent();
    private Executor prefetcher = Runnable::run;

    private Builder(
        CodeGateway gateway, CodeSchedules schedules, RefillLeases leases, TimeAndChance time) {
      this.gateway = gateway;
      this.schedules = schedules;
      this.leases = leases;
      this.time = time;
    }

    /** How often, how long and how densely a request may be sent. */
    public Builder retrying(RetryPolicy policy) {
      this.retryPolicy = policy;
      return this;
    }

    /** The retries that all calls share; give several {@code UseCases} one budget. */
    public Builder spending(RetryBudget budget) {
      this.retryBudget = budget;
      return this;
    }

    /** The pace that all calls share; give several {@code UseCases} one governor. */
    public Builder pacedBy(TrafficGovernor shared) {
      this.governor = shared;
      return this;
    }

    /** How fresh a code must be, and how early the next are fetched. */
    public Builder presenting(PresentationPolicy policy) {
      this.presentationPolicy = policy;
      return this;
    }

    /** Whom to tell of attempts and outcomes. */
    public Builder telling(HandlingListener told) {
      this.listener = told;
      return this;
    }

    /**
     * Where a refill runs while the caller is shown the code at hand; by default on the caller's
     * thread, so that it waits.
     */
    public Builder prefetchingOn(Executor executor) {
      this.prefetcher = executor;
      return this;
    }

    /** The services. */
    public UseCases build() {
      return new UseCases(this);
    }
  }
}
