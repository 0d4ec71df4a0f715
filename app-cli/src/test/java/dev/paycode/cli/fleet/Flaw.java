package dev.paycode.cli.fleet;

import dev.paycode.code.CodeSchedule;
import dev.paycode.port.out.CodeSchedules;
import dev.paycode.port.out.RefillLease;
import dev.paycode.port.out.RefillLeases;
import dev.paycode.request.CodeHolder;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What is wrong with a server's store, to prove that the tests would see it. */
enum Flaw {
  /** Nothing. */
  NONE {},

  /** Whoever wants a lease gets one. */
  LEASES_FOR_ALL {
    @Override
    RefillLeases leases(RefillLeases sound) {
      return new RefillLeases() {
        @Override
        public Optional<RefillLease> acquire(CodeHolder holder, Duration length) {
          return Optional.of(new RefillLease(holder, sound.supersede(holder)));
        }

        @Override
        public void release(RefillLease lease) {
          sound.release(lease);
        }

        @Override
        public long supersede(CodeHolder holder) {
          return sound.supersede(holder);
        }
      };
    }
  },

  /** It forgets who has written before. */
  NO_FENCES {
    @Override
    CodeSchedules schedules(CodeSchedules sound) {
      return new CodeSchedules() {
        @Override
        public CodeSchedule find(CodeHolder holder) {
          return sound.find(holder);
        }

        @Override
        public CodeSchedule update(CodeHolder holder, UnaryOperator<CodeSchedule> change) {
          return sound.update(holder, held -> change.apply(withoutFence(held)));
        }
      };
    }
  };

  private static CodeSchedule withoutFence(CodeSchedule held) {
    return CodeSchedule.restore(held.codes(), held.retired(), 0);
  }

  CodeSchedules schedules(CodeSchedules sound) {
    return sound;
  }

  RefillLeases leases(RefillLeases sound) {
    return sound;
  }
}
