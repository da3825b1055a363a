-- Prints what wrk measured, in microseconds, on one line: p50, p95, requests, errors, and how long it took.
done = function(summary, latency, requests)
  local e = summary.errors
  local errors = e.connect + e.read + e.write + e.status + e.timeout
  io.write(string.format("BENCH %d %d %d %d %d\n",
    latency:percentile(50), latency:percentile(95), summary.requests, errors, summary.duration))
end
