package org.golivecheck.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationsTest {
  private static final String ACCOUNT = "0a1b2c3d-1111-4222-8333-444455556666";
  private static final String ENVELOPE = "9f8e7d6c-1111-4222-8333-444455556666";
  private static final String ESIGN = "https://demo.docusign.net/restapi/v2.1/accounts/" + ACCOUNT;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET    | /envelopes/E                               | Envelopes:get
          GET    | /envelopes?from_date=2026-01-01            | Envelopes:listStatusChanges
          POST   | /envelopes                                 | Envelopes:create
          PUT    | /envelopes/E                               | Envelopes:update
          PUT    | /envelopes/status?envelope_ids=request_body| Envelopes:listStatus
          GET    | /envelopes/transfer_rules                  | Envelopes:getEnvelopeTransferRules
          GET    | /envelopes/E/audit_events                  | Envelopes:listAuditEvents
          GET    | /envelopes/E/recipients                    | EnvelopeRecipients:list
          PUT    | /envelopes/E/recipients                    | EnvelopeRecipients:update
          DELETE | /envelopes/E/recipients                    | Envelopes:deleteRecipients
          DELETE | /envelopes/E/recipients/1                  | EnvelopeRecipients:delete
          GET    | /envelopes/E/recipients/1/tabs             | Envelopes:listTabs
          POST   | /envelopes/E/recipients/1/tabs             | EnvelopeRecipientTabs:create
          GET    | /envelopes/E/documents                     | EnvelopeDocuments:list
          GET    | /envelopes/E/documents/combined            | Envelopes:getDocument
          PUT    | /envelopes/E/documents/3                   | EnvelopeDocuments:update
          GET    | /envelopes/E/documents/1/pages/2/page_image| Envelopes:getPageImage
          GET    | /envelopes/E/documents/1/templates         | EnvelopeTemplates:listByDocument
          POST   | /envelopes/E/views/recipient               | EnvelopeViews:createRecipient
          POST   | /envelopes/E/views/sender                  | EnvelopeViews:createSender
          POST   | /envelopes/E/lock                          | EnvelopeLocks:create
          DELETE | /envelopes/E/lock                          | EnvelopeLocks:delete
          GET    | /templates                                 | Templates:list
          GET    | /templates/E                               | Templates:get
          GET    | /templates/E/recipients                    | TemplateRecipients:list
          PUT    | /templates/E/recipients                    | TemplateRecipients:update
          POST   | /templates/E/lock                          | TemplateLocks:create
          POST   | /templates/E/views/edit                    | TemplateViews:createEdit
          GET    | /templates/E/documents/1/pages/1/page_image| Templates:getDocumentPageImage
          PUT    | /templates/E/groups                        | Templates:updateGroupShare
          GET    |                                            | Accounts:get
          GET    | /users                                     | Users:list
          GET    | /users/E                                   | Users:get
          GET    | /users/E/profile/image                     | Users:getProfileImage
          GET    | /consumer_disclosure/en                    | AccountConsumerDisclosures:get
          GET    | /consumer_disclosure                       | Accounts:getConsumerDisclosureDefault
          PUT    | /chunked_uploads/E                         | ChunkedUploads:commit
          POST   | /bulk_send_lists/E/send                    | BulkEnvelopes:createBulkSendRequest
          """)
  void eSignatureMethodHasItsDocumentedNameElseThatOfItsV21Row(
      String method, String below, String name) {
    String path = below == null ? "" : below.replace("/E", "/" + ENVELOPE);
    assertThat(Operations.match(method, CallUrl.parse(ESIGN + path)).name()).isEqualTo(name);
    assertThat(Operations.match(method, CallUrl.parse(ESIGN + path)).api())
        .isEqualTo(ApiFamily.ESIGN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET    | /accounts/A/envelopes/A             | Envelopes:get
          GET    | /accounts/A/envelopes/A/recipients  | EnvelopeRecipients:list
          GET    | /accounts/A/connect/logs            | Connect:listEventLogs
          DELETE | /accounts/A/connect/secret/7        | ConnectSecret:ConnectHMAC_DeleteConnectSecret
          GET    | /login_information                  | Authentication:login
          GET    |                                     | Diagnostics:getResources
          """)
  void v2MethodHasTheNameOfItsV21TwinElseItsOwn(String method, String path, String name) {
    String below = path == null ? "" : path.replace("/A", "/" + ACCOUNT);
    CallUrl url = CallUrl.parse("https://demo.docusign.net/restapi/v2" + below);
    Operation operation = Operations.match(method, url);
    assertThat(operation.name()).isEqualTo(name);
    assertThat(operation.template()).startsWith("/restapi/v2").doesNotStartWith("/restapi/v2.1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET  | https://demo.docusign.net/restapi/v2.1/diagnostics/settings                | Diagnostics:getRequestLogSettings
          GET  | https://demo.docusign.net/restapi/service_information                      | Diagnostics:getService
          GET  | https://demo.rooms.docusign.com/restapi/v2/accounts/A/rooms                | Rooms:Rooms_GetRooms
          GET  | https://demo.docusign.net/clickapi/v1/accounts/A/clickwraps                | ClickWraps:getClickwraps
          GET  | https://demo.docusign.net/clickapi/v1/accounts/A/clickwraps/A/versions/A   | ClickWraps:ClickwrapVersions_GetClickwrapVersion
          GET  | https://demo.docusign.net/clickapi/v1/accounts/A/clickwraps/A/versions/2   | ClickWraps:ClickwrapVersions_GetClickwrapVersionByNumber
          GET  | https://api-d.docusign.net/management/v2/organizations                     | Organization:Organization_Organization_GetListV2
          GET  | https://lens-d.docusign.net/api/v2.0/datasets/monitor/stream               | DataSet:Api_Version_DatasetsByDataSetNameStreamGet
          GET  | https://api-d.docusign.com/v1/accounts/A/workflows                         | Workflows:GetWorkflowsList
          GET  | https://api-d.docusign.com/v1/accounts/A/agreements                        | Agreements:GetAgreementsList
          GET  | https://api-d.docusign.com/v1/accounts/A/workspaces                        | Workspaces:getWorkspaces
          GET  | https://api-d.docusign.com/v1/accounts/A/connected-fields/tab-groups       | TabInfo:ConnectedFieldsApi_GetTabGroups
          POST | https://apps-d.docusign.com/api/webforms/v1.1/accounts/A/forms/A/instances | Instances:WebFormInstance_CreateInstance
          """)
  void otherApisAreInTheCatalogueToo(String method, String url, String name) {
    CallUrl parsed = CallUrl.parse(url.replace("/A", "/" + ACCOUNT));
    assertThat(Operations.match(method, parsed).name()).isEqualTo(name);
  }

  @Test
  void hostDecidesWhereTwoApisShareMethodAndPath() {
    String path = "/restapi/v2/accounts/" + ACCOUNT + "/users/7";
    assertThat(Operations.match("GET", CallUrl.parse("https://demo.docusign.net" + path)))
        .extracting(Operation::api, Operation::name)
        .containsExactly(ApiFamily.ESIGN, "Users:get");
    assertThat(Operations.match("GET", CallUrl.parse("https://demo.rooms.docusign.com" + path)))
        .extracting(Operation::api, Operation::name)
        .containsExactly(ApiFamily.ROOMS, "Users:Users_GetUser");
    assertThat(Operations.match("GET", CallUrl.parse(path)).api()).isEqualTo(ApiFamily.ESIGN);
  }

  @Test
  void pathAloneDecidesWhereOneApiHasIt() {
    CallUrl url = CallUrl.parse("/restapi/v2/accounts/" + ACCOUNT + "/rooms");
    assertThat(Operations.match("POST", url))
        .extracting(Operation::api, Operation::name)
        .containsExactly(ApiFamily.ROOMS, "Rooms:Rooms_CreateRoom");
  }

  @ParameterizedTest
  @CsvSource({
    "/envelopes/E/",
    "/envelopes/E//",
    "/envelopes/E?include=recipients",
    "/eNVELOPES/E",
    "/envelopes/E/?a=/b"
  })
  void trailingSlashQueryAndCaseOfWordsDoNotMatter(String below) {
    CallUrl url = CallUrl.parse(ESIGN + below.replace("/E", "/" + ENVELOPE));
    assertThat(Operations.match("get", url))
        .isEqualTo(
            new Operation(
                ApiFamily.ESIGN,
                "GET",
                "/restapi/v2.1/accounts/{accountId}/envelopes/{envelopeId}",
                "Envelopes:get"));
  }

  @Test
  void lettersThatAreNoAsciiEqualNoWord() {
    CallUrl url = CallUrl.parse("https://demo.docusign.net/RESTAPİ/v2.1/accounts/7/brands");
    assertThat(Operations.match("GET", url).known()).isFalse();
  }

  @Test
  void wordWinsOverVariableEvenWhereItLacksTheMethod() {
    assertThat(Operations.match("GET", CallUrl.parse(ESIGN + "/envelopes/status")))
        .isEqualTo(
            new Operation(
                ApiFamily.ESIGN, "GET", "/restapi/v2.1/accounts/{accountId}/envelopes/status", ""));
  }

  @Test
  void templateOfASiblingMethodIsTakenForAnUnknownMethod() {
    CallUrl url = CallUrl.parse(ESIGN + "/envelopes/" + ENVELOPE + "/recipients/2");
    assertThat(Operations.match("GET", url))
        .extracting(Operation::template, Operation::known)
        .containsExactly(
            "/restapi/v2.1/accounts/{accountId}/envelopes/{envelopeId}/recipients/{recipientId}",
            false);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /restapi/v2.1/accounts/A/envelopes/A/novelty                  | /restapi/v2.1/accounts/{accountId}/envelopes/{envelopeId}/novelty
          /restapi/v3/accounts/12345/Envelopes/A                        | /restapi/v3/accounts/{accountId}/envelopes/{envelopeId}
          /restapi/v2.1/accounts/A/novelties/A/parts/12                 | /restapi/v2.1/accounts/{accountId}/novelties/{id}/parts/{id}
          /restapi/v2.1/accounts/A/users/jane.doe@example.com/novelty   | /restapi/v2.1/accounts/{accountId}/users/{userId}/novelty
          /restapi/v2.1/accounts/A/novelties/jane.doe%40example.com     | /restapi/v2.1/accounts/{accountId}/novelties/{id}
          /oauth/token                                                  | /oauth/token
          /v201411/folders/A                                            | /v201411/folders/{folderId}
          /                                                             | /
          /a//b                                                         | /a//b
          """)
  void templateOfAnUnknownPathIsGuessedWithoutIds(String path, String template) {
    Operation operation = Operations.match("GET", CallUrl.parse(path.replace("/A", "/" + ACCOUNT)));
    assertThat(operation.template()).isEqualTo(template);
    assertThat(operation.known()).isFalse();
  }

  @Test
  void templateOfAnEndlessPathIsCut() {
    String template = Operations.match("GET", CallUrl.parse("/x/y".repeat(1_000))).template();
    assertThat(template).hasSize(4 * 12 + 4).endsWith("/...");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET | /templates/E/recipients   | GetEnvelopeRecipients   | TemplateRecipients:list
          GET | /contacts                 | GetAddressBookItems     | Contacts:getOrList
          GET | /novelty                  | getfolderlist           | Folders:list
          GET | /novelty                  | Folders:list            | Folders:list
          GET | /novelty                  | ExecuteLoggedApiBusiness| ''
          GET | /novelty                  | ''                      | ''
          """)
  void nameInTheLogNamesOnlyWhatTheCatalogueLacks(
      String method, String below, String logged, String name) {
    String url = ESIGN + below.replace("/E", "/" + ENVELOPE);
    ApiCall call = ApiCall.builder(Instant.EPOCH, method, url, 200).loggedOperation(logged).build();
    assertThat(Operations.of(call).name()).isEqualTo(name);
  }

  @Test
  void callWithoutANameInTheLogIsMatchedByItsPath() {
    ApiCall call = ApiCall.builder(Instant.EPOCH, "post", ESIGN + "/envelopes", 201).build();
    assertThat(Operations.of(call).name()).isEqualTo("Envelopes:create");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /accounts/0A1B2C3D-1111-4222-8333-444455556666/envelopes/9F8E7D6C-1111-4222-8333-444455556666/Documents/1/ | /accounts/0a1b2c3d/envelopes/9f8e7d6c/documents/1
          /accounts/123456789012/envelopes                       | /accounts/12345678/envelopes
          /accounts/7/users/jane.doe@example.com                 | /accounts/7/users/{userId}
          /accounts/7/users/jane%2Edoe/settings                  | /accounts/7/users/{userId}/settings
          /accounts/7/novelties/9F8E7D6C-1111-4222-8333-444455556666 | /accounts/7/novelties/9f8e7d6c
          """)
  void resourceShowsTheBeginningOfIdsAndNothingPersonal(String path, String resource) {
    CallUrl url = CallUrl.parse("https://demo.docusign.net/restapi/v2.1" + path + "?email=a%40b");
    assertThat(Operations.resource(Operations.match("GET", url), url))
        .isEqualTo("/restapi/v2.1" + resource);
  }

  @Test
  void resourceKeepsAVersion() {
    CallUrl url = CallUrl.parse("https://lens.docusign.net/api/v2.0/datasets/monitor/stream");
    assertThat(Operations.resource(Operations.match("GET", url), url))
        .isEqualTo("/api/v2.0/datasets/monitor/stream");
  }
}
