"""HTTP: routes, requests and answers, polling, webhooks, rate limits, ordered faults, the journal of calls."""
