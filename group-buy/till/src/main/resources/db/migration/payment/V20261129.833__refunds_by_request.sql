-- Serves the operator's table of refunds, which goes by when they were requested, in either direction.
create index refund_by_request on refund (requested_at, id);
