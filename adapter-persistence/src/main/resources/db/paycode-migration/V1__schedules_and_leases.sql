-- The schedules of payment codes, sealed.
CREATE TABLE paycode_schedule (
  holder    VARCHAR(43)              PRIMARY KEY, -- keyed hash of scope, customer, region and device
  version   BIGINT                   NOT NULL,    -- grows with every change, also over a deletion
  content   BYTEA                    NOT NULL,    -- opens for this holder in this version only
  forget_at TIMESTAMP WITH TIME ZONE NOT NULL     -- from then on the row may be deleted
);

CREATE INDEX paycode_schedule_forget_at ON paycode_schedule (forget_at);

-- Who refills which schedule; a row whose lease has ended keeps its token for a while.
CREATE TABLE paycode_lease (
  holder        VARCHAR(43)              PRIMARY KEY,
  owner         VARCHAR(100)             NOT NULL, -- the server, and which of its leases it is
  fencing_token BIGINT                   NOT NULL, -- grows with every lease, also over a deletion
  ends_at       TIMESTAMP WITH TIME ZONE NOT NULL
);

CREATE INDEX paycode_lease_ends_at ON paycode_lease (ends_at);
