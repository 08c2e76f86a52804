/** Catalogue and prices; quotes, their lines, and the number that was given last. */
export const quotes = `
CREATE TABLE "products" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (ARRAY['g']) STORED,
  "id" text COLLATE "C" NOT NULL,
  "code" text COLLATE "C" NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "nameJa" text COLLATE "C",
  "nameEs" text COLLATE "C",
  "description" text COLLATE "C",
  "category" text COLLATE "C",
  "kind" text COLLATE "C" NOT NULL,
  "unit" text COLLATE "C",
  "cost" text COLLATE "C",
  "costCurrency" text COLLATE "C",
  "taxCategory" text COLLATE "C" NOT NULL,
  "sellableFrom" text COLLATE "C",
  "sellableTo" text COLLATE "C",
  "stock" bigint,
  "bundle" text COLLATE "C",
  "importId" text COLLATE "C",
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "products_byCode" ON "products" ("tenantId", "code");
CREATE INDEX "products_byCategory" ON "products" ("tenantId", "category");
ALTER TABLE "products" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "products" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "products" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "products" TO workbench_application;
CREATE CONSTRAINT TRIGGER "products_capture" AFTER INSERT OR UPDATE OR DELETE ON "products" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
CREATE TABLE "priceBooks" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (ARRAY['g']) STORED,
  "id" text COLLATE "C" NOT NULL,
  "code" text COLLATE "C" NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "currency" text COLLATE "C" NOT NULL,
  "regions" text COLLATE "C" NOT NULL,
  "partnerTypes" text COLLATE "C" NOT NULL,
  "validFrom" text COLLATE "C" NOT NULL,
  "validTo" text COLLATE "C",
  "importId" text COLLATE "C",
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "priceBooks_byCode" ON "priceBooks" ("tenantId", "code");
CREATE INDEX "priceBooks_byCurrency" ON "priceBooks" ("tenantId", "currency");
ALTER TABLE "priceBooks" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "priceBooks" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "priceBooks" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "priceBooks" TO workbench_application;
CREATE CONSTRAINT TRIGGER "priceBooks_capture" AFTER INSERT OR UPDATE OR DELETE ON "priceBooks" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
CREATE TABLE "prices" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (ARRAY['g']) STORED,
  "id" text COLLATE "C" NOT NULL,
  "bookId" text COLLATE "C" NOT NULL,
  "productId" text COLLATE "C" NOT NULL,
  "unitPrice" text COLLATE "C" NOT NULL,
  "months" bigint,
  "tiers" text COLLATE "C",
  "importId" text COLLATE "C",
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "prices_byBook" ON "prices" ("tenantId", "bookId");
CREATE INDEX "prices_byProduct" ON "prices" ("tenantId", "productId");
ALTER TABLE "prices" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "prices" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "prices" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "prices" TO workbench_application;
CREATE CONSTRAINT TRIGGER "prices_capture" AFTER INSERT OR UPDATE OR DELETE ON "prices" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
CREATE TABLE "promotions" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (ARRAY['g']) STORED,
  "id" text COLLATE "C" NOT NULL,
  "code" text COLLATE "C" NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "place" bigint NOT NULL,
  "products" text COLLATE "C",
  "minimumQuantity" text COLLATE "C" NOT NULL,
  "percent" text COLLATE "C",
  "amount" text COLLATE "C",
  "currency" text COLLATE "C",
  "standsAlone" boolean NOT NULL,
  "validFrom" text COLLATE "C" NOT NULL,
  "validTo" text COLLATE "C",
  "importId" text COLLATE "C",
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "promotions_byCode" ON "promotions" ("tenantId", "code");
ALTER TABLE "promotions" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "promotions" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "promotions" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "promotions" TO workbench_application;
CREATE CONSTRAINT TRIGGER "promotions_capture" AFTER INSERT OR UPDATE OR DELETE ON "promotions" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
CREATE TABLE "partnerDiscounts" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (ARRAY['g']) STORED,
  "id" text COLLATE "C" NOT NULL,
  "tier" text COLLATE "C" NOT NULL,
  "product" text COLLATE "C",
  "percent" text COLLATE "C" NOT NULL,
  "validFrom" text COLLATE "C" NOT NULL,
  "validTo" text COLLATE "C",
  "importId" text COLLATE "C",
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "partnerDiscounts_byTier" ON "partnerDiscounts" ("tenantId", "tier");
ALTER TABLE "partnerDiscounts" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "partnerDiscounts" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "partnerDiscounts" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "partnerDiscounts" TO workbench_application;
CREATE CONSTRAINT TRIGGER "partnerDiscounts_capture" AFTER INSERT OR UPDATE OR DELETE ON "partnerDiscounts" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
CREATE TABLE "specialPrices" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (CASE WHEN "territoryId" IS NULL THEN ARRAY['g'] ELSE ARRAY['t:' || "territoryId"] END) STORED,
  "id" text COLLATE "C" NOT NULL,
  "code" text COLLATE "C" NOT NULL,
  "state" text COLLATE "C" NOT NULL,
  "accountId" text COLLATE "C" NOT NULL,
  "partnerId" text COLLATE "C",
  "product" text COLLATE "C" NOT NULL,
  "currency" text COLLATE "C" NOT NULL,
  "unitPrice" text COLLATE "C" NOT NULL,
  "maximumQuantity" text COLLATE "C",
  "soldQuantity" text COLLATE "C" NOT NULL,
  "stacks" boolean NOT NULL,
  "validFrom" text COLLATE "C" NOT NULL,
  "validTo" text COLLATE "C",
  "reason" text COLLATE "C" NOT NULL,
  "requestedBy" text COLLATE "C" NOT NULL,
  "decidedBy" text COLLATE "C",
  "decidedAt" text COLLATE "C",
  "decisionNote" text COLLATE "C",
  "territoryId" text COLLATE "C",
  "importId" text COLLATE "C",
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "specialPrices_byAccount" ON "specialPrices" ("tenantId", "accountId");
CREATE INDEX "specialPrices_byState" ON "specialPrices" ("tenantId", "state");
CREATE INDEX "specialPrices_byTerritory" ON "specialPrices" ("tenantId", "territoryId");
ALTER TABLE "specialPrices" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "specialPrices" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "specialPrices" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "specialPrices" TO workbench_application;
CREATE CONSTRAINT TRIGGER "specialPrices_capture" AFTER INSERT OR UPDATE OR DELETE ON "specialPrices" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
CREATE TABLE "exchangeRates" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (ARRAY['g']) STORED,
  "id" text COLLATE "C" NOT NULL,
  "from" text COLLATE "C" NOT NULL,
  "to" text COLLATE "C" NOT NULL,
  "rate" text COLLATE "C" NOT NULL,
  "date" text COLLATE "C" NOT NULL,
  "importId" text COLLATE "C",
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "exchangeRates_byPair" ON "exchangeRates" ("tenantId", "from", "to");
ALTER TABLE "exchangeRates" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "exchangeRates" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "exchangeRates" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "exchangeRates" TO workbench_application;
CREATE CONSTRAINT TRIGGER "exchangeRates_capture" AFTER INSERT OR UPDATE OR DELETE ON "exchangeRates" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
CREATE TABLE "quotes" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (CASE WHEN "territoryId" IS NULL THEN ARRAY['g'] ELSE ARRAY['t:' || "territoryId"] END) STORED,
  "id" text COLLATE "C" NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "accountId" text COLLATE "C" NOT NULL,
  "contactId" text COLLATE "C",
  "opportunityId" text COLLATE "C",
  "partnerId" text COLLATE "C",
  "territoryId" text COLLATE "C",
  "rootId" text COLLATE "C" NOT NULL,
  "revision" bigint NOT NULL,
  "revisionOf" text COLLATE "C",
  "primary" boolean NOT NULL,
  "provisionalNumber" text COLLATE "C" NOT NULL,
  "number" text COLLATE "C",
  "status" text COLLATE "C" NOT NULL,
  "audience" text COLLATE "C" NOT NULL,
  "currency" text COLLATE "C" NOT NULL,
  "taxMode" text COLLATE "C" NOT NULL,
  "roundingScope" text COLLATE "C" NOT NULL,
  "roundingMode" text COLLATE "C" NOT NULL,
  "country" text COLLATE "C" NOT NULL,
  "region" text COLLATE "C",
  "sellerCountry" text COLLATE "C" NOT NULL,
  "sellerNumber" text COLLATE "C",
  "buyerNumber" text COLLATE "C",
  "resaleCertificateTo" text COLLATE "C",
  "localTaxRate" text COLLATE "C",
  "partnerType" text COLLATE "C",
  "partnerTier" text COLLATE "C",
  "distributorPercent" text COLLATE "C" NOT NULL,
  "registration" text COLLATE "C",
  "pricedOn" text COLLATE "C" NOT NULL,
  "language" text COLLATE "C" NOT NULL,
  "validUntil" text COLLATE "C" NOT NULL,
  "timeZone" text COLLATE "C" NOT NULL,
  "discountAmount" text COLLATE "C" NOT NULL,
  "notes" text COLLATE "C",
  "approvedHash" text COLLATE "C",
  "contentHash" text COLLATE "C",
  "sentAt" text COLLATE "C",
  "acceptedAt" text COLLATE "C",
  "acceptedBy" text COLLATE "C",
  "declinedAt" text COLLATE "C",
  "declineReason" text COLLATE "C",
  "orderedAt" text COLLATE "C",
  "orderNumber" text COLLATE "C",
  "lineCount" bigint NOT NULL,
  "net" bigint NOT NULL,
  "tax" bigint NOT NULL,
  "gross" bigint NOT NULL,
  "margin" bigint,
  "importId" text COLLATE "C",
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "quotes_byAccount" ON "quotes" ("tenantId", "accountId");
CREATE INDEX "quotes_byOpportunity" ON "quotes" ("tenantId", "opportunityId");
CREATE INDEX "quotes_byPartner" ON "quotes" ("tenantId", "partnerId");
CREATE INDEX "quotes_byRoot" ON "quotes" ("tenantId", "rootId", "revision");
CREATE INDEX "quotes_byStatus" ON "quotes" ("tenantId", "status", "validUntil");
CREATE INDEX "quotes_byNumber" ON "quotes" ("tenantId", "number");
CREATE INDEX "quotes_byContact" ON "quotes" ("tenantId", "contactId");
CREATE INDEX "quotes_byTerritory" ON "quotes" ("tenantId", "territoryId");
ALTER TABLE "quotes" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "quotes" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "quotes" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "quotes" TO workbench_application;
CREATE CONSTRAINT TRIGGER "quotes_capture" AFTER INSERT OR UPDATE OR DELETE ON "quotes" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
CREATE TABLE "quoteLines" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (CASE WHEN "territoryId" IS NULL THEN ARRAY['g'] ELSE ARRAY['t:' || "territoryId"] END) STORED,
  "id" text COLLATE "C" NOT NULL,
  "quoteId" text COLLATE "C" NOT NULL,
  "place" bigint NOT NULL,
  "parentId" text COLLATE "C",
  "groupName" text COLLATE "C",
  "productId" text COLLATE "C",
  "code" text COLLATE "C",
  "name" text COLLATE "C" NOT NULL,
  "unit" text COLLATE "C",
  "quantity" text COLLATE "C" NOT NULL,
  "discountPercent" text COLLATE "C" NOT NULL,
  "termFrom" text COLLATE "C",
  "termTo" text COLLATE "C",
  "notes" text COLLATE "C",
  "terms" text COLLATE "C" NOT NULL,
  "seenUnitPrice" text COLLATE "C",
  "territoryId" text COLLATE "C",
  "importId" text COLLATE "C",
  "createdAt" text COLLATE "C" NOT NULL,
  "updatedAt" text COLLATE "C" NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
CREATE INDEX "quoteLines_byQuote" ON "quoteLines" ("tenantId", "quoteId", "place");
CREATE INDEX "quoteLines_byProduct" ON "quoteLines" ("tenantId", "productId");
CREATE INDEX "quoteLines_byTerritory" ON "quoteLines" ("tenantId", "territoryId");
ALTER TABLE "quoteLines" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "quoteLines" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "quoteLines" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "quoteLines" TO workbench_application;
CREATE CONSTRAINT TRIGGER "quoteLines_capture" AFTER INSERT OR UPDATE OR DELETE ON "quoteLines" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
CREATE TABLE "quoteSequence" (
  "tenantId" uuid NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
  "scopes" text[] NOT NULL GENERATED ALWAYS AS (ARRAY['g']) STORED,
  "id" text COLLATE "C" NOT NULL,
  "last" bigint NOT NULL,
  "rev" bigint NOT NULL DEFAULT 1,
  PRIMARY KEY ("tenantId", "id")
);
ALTER TABLE "quoteSequence" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "quoteSequence" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant" ON "quoteSequence" USING ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK ("tenantId" = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "quoteSequence" TO workbench_application;
CREATE CONSTRAINT TRIGGER "quoteSequence_capture" AFTER INSERT OR UPDATE OR DELETE ON "quoteSequence" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();
`
