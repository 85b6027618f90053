
// Generated from GoParser.g4 by ANTLR 4.7.2

#pragma once


#include "compiler/syntax/parser_base.h"


#include "antlr4-runtime.h"


namespace hood::syntax {


class  GoParser : public ParserBase {
public:
  enum {
    HEADER_BODY = 1, FUNC_BODY = 2, TPARAM_LBRACK = 3, TRAILING_COMMA = 4,
    TRAILING_SEMI = 5, METHOD_NAME = 6, RESULT_RPAREN = 7, CHAN_ARROW = 8,
    BREAK = 9, CASE = 10, CHAN = 11, CONST = 12, CONTINUE = 13, DEFAULT = 14,
    DEFER = 15, ELSE = 16, FALLTHROUGH = 17, FOR = 18, FUNC = 19, GO = 20,
    GOTO = 21, IF = 22, IMPORT = 23, INTERFACE = 24, MAP = 25, PACKAGE = 26,
    RANGE = 27, RETURN = 28, SELECT = 29, STRUCT = 30, SWITCH = 31, TYPE = 32,
    VAR = 33, LPAREN = 34, RPAREN = 35, LBRACK = 36, RBRACK = 37, LBRACE = 38,
    RBRACE = 39, COMMA = 40, SEMI = 41, COLON = 42, DOT = 43, ELLIPSIS = 44,
    ASSIGN = 45, DEFINE = 46, INC = 47, DEC = 48, ARROW = 49, LOR = 50,
    LAND = 51, EQL = 52, NEQ = 53, LSS = 54, LEQ = 55, GTR = 56, GEQ = 57,
    PLUS = 58, MINUS = 59, OR = 60, CARET = 61, STAR = 62, SLASH = 63, PERCENT = 64,
    SHL = 65, SHR = 66, AMP = 67, AND_NOT = 68, NOT = 69, TILDE = 70, ASSIGN_OP = 71,
    NAME = 72, NUMBER = 73, CHAR = 74, STRING = 75, RAW_STRING = 76, UNTERMINATED_CHAR = 77,
    UNTERMINATED_STRING = 78, UNTERMINATED_RAW = 79, LINE_COMMENT = 80,
    BLOCK_COMMENT = 81, UNTERMINATED_COMMENT = 82, NEWLINE = 83, BLANKS = 84,
    INVALID = 85
  };

  enum {
    RulePackageClause = 0, RuleTopLevelDecl = 1, RuleImportDecl = 2, RuleImportSpec = 3,
    RuleConstDecl = 4, RuleConstSpec = 5, RuleVarDecl = 6, RuleVarSpec = 7,
    RuleInitializer = 8, RuleTypeDecl = 9, RuleTypeSpec = 10, RuleFuncDecl = 11,
    RuleReceiver = 12, RuleFuncBody = 13, RuleType_ = 14, RuleTypeTail = 15,
    RuleTypeName = 16, RuleTypeArgs = 17, RuleBracketType = 18, RuleTypeLit = 19,
    RuleParenType = 20, RulePointerType = 21, RuleRecvChanType = 22, RuleChanType = 23,
    RuleMapType = 24, RuleFuncType = 25, RuleStructType = 26, RuleInterfaceType = 27,
    RuleArrayOrArgs = 28, RuleFieldDecl = 29, RuleEmbeddedPtr = 30, RuleInterfaceElem = 31,
    RuleTypeUnion = 32, RuleTerm = 33, RuleSignature = 34, RuleResult = 35,
    RuleResultLit = 36, RuleResultList = 37, RuleParams = 38, RuleParam = 39,
    RuleVariadic = 40, RuleTparams = 41, RuleTparam = 42, RuleExprList = 43,
    RuleExpr = 44, RuleUnaryExpr = 45, RuleOperand = 46, RuleLiteral = 47,
    RuleLitType = 48, RuleSuffix = 49, RuleSelector = 50, RuleIndex = 51,
    RuleSliceTail = 52, RuleArguments = 53, RuleLitValue = 54, RuleElement = 55,
    RuleStmtList = 56, RuleStmt = 57, RuleLabeledOrSimple = 58, RuleSimpleStmt = 59,
    RuleRangeClause = 60, RuleBlock = 61, RuleReturnStmt = 62, RuleBranchStmt = 63,
    RuleGotoStmt = 64, RuleCallStmt = 65, RuleIfStmt = 66, RuleHeader = 67,
    RuleForStmt = 68, RuleForHeader = 69, RuleHeaderBody = 70, RuleSwitchStmt = 71,
    RuleCaseClause = 72, RuleSelectStmt = 73, RuleCommClause = 74
  };

  GoParser(antlr4::TokenStream *input);
  ~GoParser();

  virtual std::string getGrammarFileName() const override;
  virtual const antlr4::atn::ATN& getATN() const override { return _atn; };
  virtual const std::vector<std::string>& getTokenNames() const override { return _tokenNames; }; // deprecated: use vocabulary instead.
  virtual const std::vector<std::string>& getRuleNames() const override;
  virtual antlr4::dfa::Vocabulary& getVocabulary() const override;


  class PackageClauseContext;
  class TopLevelDeclContext;
  class ImportDeclContext;
  class ImportSpecContext;
  class ConstDeclContext;
  class ConstSpecContext;
  class VarDeclContext;
  class VarSpecContext;
  class InitializerContext;
  class TypeDeclContext;
  class TypeSpecContext;
  class FuncDeclContext;
  class ReceiverContext;
  class FuncBodyContext;
  class Type_Context;
  class TypeTailContext;
  class TypeNameContext;
  class TypeArgsContext;
  class BracketTypeContext;
  class TypeLitContext;
  class ParenTypeContext;
  class PointerTypeContext;
  class RecvChanTypeContext;
  class ChanTypeContext;
  class MapTypeContext;
  class FuncTypeContext;
  class StructTypeContext;
  class InterfaceTypeContext;
  class ArrayOrArgsContext;
  class FieldDeclContext;
  class EmbeddedPtrContext;
  class InterfaceElemContext;
  class TypeUnionContext;
  class TermContext;
  class SignatureContext;
  class ResultContext;
  class ResultLitContext;
  class ResultListContext;
  class ParamsContext;
  class ParamContext;
  class VariadicContext;
  class TparamsContext;
  class TparamContext;
  class ExprListContext;
  class ExprContext;
  class UnaryExprContext;
  class OperandContext;
  class LiteralContext;
  class LitTypeContext;
  class SuffixContext;
  class SelectorContext;
  class IndexContext;
  class SliceTailContext;
  class ArgumentsContext;
  class LitValueContext;
  class ElementContext;
  class StmtListContext;
  class StmtContext;
  class LabeledOrSimpleContext;
  class SimpleStmtContext;
  class RangeClauseContext;
  class BlockContext;
  class ReturnStmtContext;
  class BranchStmtContext;
  class GotoStmtContext;
  class CallStmtContext;
  class IfStmtContext;
  class HeaderContext;
  class ForStmtContext;
  class ForHeaderContext;
  class HeaderBodyContext;
  class SwitchStmtContext;
  class CaseClauseContext;
  class SelectStmtContext;
  class CommClauseContext;

  class  PackageClauseContext : public FlatContext {
  public:
    PackageClauseContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *PACKAGE();
    antlr4::tree::TerminalNode *NAME();


  };

  PackageClauseContext* packageClause();

  class  TopLevelDeclContext : public FlatContext {
  public:
    TopLevelDeclContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    ImportDeclContext *importDecl();
    ConstDeclContext *constDecl();
    TypeDeclContext *typeDecl();
    VarDeclContext *varDecl();
    FuncDeclContext *funcDecl();


  };

  TopLevelDeclContext* topLevelDecl();

  class  ImportDeclContext : public FlatContext {
  public:
    ImportDeclContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *IMPORT();
    std::vector<ImportSpecContext *> importSpec();
    ImportSpecContext* importSpec(size_t i);
    antlr4::tree::TerminalNode *LPAREN();
    antlr4::tree::TerminalNode *RPAREN();
    antlr4::tree::TerminalNode *TRAILING_SEMI();
    std::vector<antlr4::tree::TerminalNode *> SEMI();
    antlr4::tree::TerminalNode* SEMI(size_t i);


  };

  ImportDeclContext* importDecl();

  class  ImportSpecContext : public FlatContext {
  public:
    ImportSpecContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    LiteralContext *literal();
    antlr4::tree::TerminalNode *NAME();
    antlr4::tree::TerminalNode *DOT();


  };

  ImportSpecContext* importSpec();

  class  ConstDeclContext : public FlatContext {
  public:
    ConstDeclContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *CONST();
    std::vector<ConstSpecContext *> constSpec();
    ConstSpecContext* constSpec(size_t i);
    antlr4::tree::TerminalNode *LPAREN();
    antlr4::tree::TerminalNode *RPAREN();
    antlr4::tree::TerminalNode *TRAILING_SEMI();
    std::vector<antlr4::tree::TerminalNode *> SEMI();
    antlr4::tree::TerminalNode* SEMI(size_t i);


  };

  ConstDeclContext* constDecl();

  class  ConstSpecContext : public FlatContext {
  public:
    ConstSpecContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    std::vector<antlr4::tree::TerminalNode *> NAME();
    antlr4::tree::TerminalNode* NAME(size_t i);
    std::vector<antlr4::tree::TerminalNode *> COMMA();
    antlr4::tree::TerminalNode* COMMA(size_t i);
    Type_Context *type_();
    InitializerContext *initializer();


  };

  ConstSpecContext* constSpec();

  class  VarDeclContext : public FlatContext {
  public:
    VarDeclContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *VAR();
    std::vector<VarSpecContext *> varSpec();
    VarSpecContext* varSpec(size_t i);
    antlr4::tree::TerminalNode *LPAREN();
    antlr4::tree::TerminalNode *RPAREN();
    antlr4::tree::TerminalNode *TRAILING_SEMI();
    std::vector<antlr4::tree::TerminalNode *> SEMI();
    antlr4::tree::TerminalNode* SEMI(size_t i);


  };

  VarDeclContext* varDecl();

  class  VarSpecContext : public FlatContext {
  public:
    VarSpecContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    std::vector<antlr4::tree::TerminalNode *> NAME();
    antlr4::tree::TerminalNode* NAME(size_t i);
    Type_Context *type_();
    InitializerContext *initializer();
    std::vector<antlr4::tree::TerminalNode *> COMMA();
    antlr4::tree::TerminalNode* COMMA(size_t i);


  };

  VarSpecContext* varSpec();

  class  InitializerContext : public FlatContext {
  public:
    InitializerContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    ExprListContext *exprList();
    antlr4::tree::TerminalNode *ASSIGN();
    antlr4::tree::TerminalNode *DEFINE();


  };

  InitializerContext* initializer();

  class  TypeDeclContext : public FlatContext {
  public:
    TypeDeclContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *TYPE();
    std::vector<TypeSpecContext *> typeSpec();
    TypeSpecContext* typeSpec(size_t i);
    antlr4::tree::TerminalNode *LPAREN();
    antlr4::tree::TerminalNode *RPAREN();
    antlr4::tree::TerminalNode *TRAILING_SEMI();
    std::vector<antlr4::tree::TerminalNode *> SEMI();
    antlr4::tree::TerminalNode* SEMI(size_t i);


  };

  TypeDeclContext* typeDecl();

  class  TypeSpecContext : public FlatContext {
  public:
    TypeSpecContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *NAME();
    Type_Context *type_();
    antlr4::tree::TerminalNode *TPARAM_LBRACK();
    antlr4::tree::TerminalNode *RBRACK();
    antlr4::tree::TerminalNode *ASSIGN();
    antlr4::tree::TerminalNode *DEFINE();
    TparamsContext *tparams();


  };

  TypeSpecContext* typeSpec();

  class  FuncDeclContext : public FlatContext {
  public:
    FuncDeclContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *FUNC();
    antlr4::tree::TerminalNode *NAME();
    SignatureContext *signature();
    ReceiverContext *receiver();
    antlr4::tree::TerminalNode *LBRACK();
    antlr4::tree::TerminalNode *RBRACK();
    FuncBodyContext *funcBody();
    TparamsContext *tparams();


  };

  FuncDeclContext* funcDecl();

  class  ReceiverContext : public FlatContext {
  public:
    ReceiverContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *LPAREN();
    antlr4::tree::TerminalNode *RPAREN();
    ParamsContext *params();


  };

  ReceiverContext* receiver();

  class  FuncBodyContext : public FlatContext {
  public:
    FuncBodyContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *FUNC_BODY();
    StmtListContext *stmtList();
    antlr4::tree::TerminalNode *RBRACE();


  };

  FuncBodyContext* funcBody();

  class  Type_Context : public FlatContext {
  public:
    Type_Context(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    TypeNameContext *typeName();
    BracketTypeContext *bracketType();
    TypeLitContext *typeLit();


  };

  Type_Context* type_();

  class  TypeTailContext : public FlatContext {
  public:
    TypeTailContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    TypeNameContext *typeName();
    TypeLitContext *typeLit();


  };

  TypeTailContext* typeTail();

  class  TypeNameContext : public FlatContext {
  public:
    TypeNameContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    std::vector<antlr4::tree::TerminalNode *> NAME();
    antlr4::tree::TerminalNode* NAME(size_t i);
    antlr4::tree::TerminalNode *DOT();
    TypeArgsContext *typeArgs();


  };

  TypeNameContext* typeName();

  class  TypeArgsContext : public FlatContext {
  public:
    TypeArgsContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *LBRACK();
    std::vector<Type_Context *> type_();
    Type_Context* type_(size_t i);
    antlr4::tree::TerminalNode *RBRACK();
    std::vector<antlr4::tree::TerminalNode *> COMMA();
    antlr4::tree::TerminalNode* COMMA(size_t i);
    antlr4::tree::TerminalNode *TRAILING_COMMA();


  };

  TypeArgsContext* typeArgs();

  class  BracketTypeContext : public FlatContext {
  public:
    BracketTypeContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *LBRACK();
    Type_Context *type_();
    antlr4::tree::TerminalNode *RBRACK();
    antlr4::tree::TerminalNode *ELLIPSIS();
    ExprContext *expr();


  };

  BracketTypeContext* bracketType();

  class  TypeLitContext : public FlatContext {
  public:
    TypeLitContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    ParenTypeContext *parenType();
    PointerTypeContext *pointerType();
    RecvChanTypeContext *recvChanType();
    FuncTypeContext *funcType();
    StructTypeContext *structType();
    InterfaceTypeContext *interfaceType();
    MapTypeContext *mapType();
    ChanTypeContext *chanType();


  };

  TypeLitContext* typeLit();

  class  ParenTypeContext : public FlatContext {
  public:
    ParenTypeContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *LPAREN();
    Type_Context *type_();
    antlr4::tree::TerminalNode *RPAREN();


  };

  ParenTypeContext* parenType();

  class  PointerTypeContext : public FlatContext {
  public:
    PointerTypeContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *STAR();
    Type_Context *type_();


  };

  PointerTypeContext* pointerType();

  class  RecvChanTypeContext : public FlatContext {
  public:
    RecvChanTypeContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *ARROW();
    antlr4::tree::TerminalNode *CHAN();
    Type_Context *type_();


  };

  RecvChanTypeContext* recvChanType();

  class  ChanTypeContext : public FlatContext {
  public:
    ChanTypeContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *CHAN();
    Type_Context *type_();
    antlr4::tree::TerminalNode *CHAN_ARROW();


  };

  ChanTypeContext* chanType();

  class  MapTypeContext : public FlatContext {
  public:
    MapTypeContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *MAP();
    antlr4::tree::TerminalNode *LBRACK();
    std::vector<Type_Context *> type_();
    Type_Context* type_(size_t i);
    antlr4::tree::TerminalNode *RBRACK();


  };

  MapTypeContext* mapType();

  class  FuncTypeContext : public FlatContext {
  public:
    FuncTypeContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *FUNC();
    SignatureContext *signature();


  };

  FuncTypeContext* funcType();

  class  StructTypeContext : public FlatContext {
  public:
    StructTypeContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *STRUCT();
    antlr4::tree::TerminalNode *LBRACE();
    antlr4::tree::TerminalNode *RBRACE();
    std::vector<FieldDeclContext *> fieldDecl();
    FieldDeclContext* fieldDecl(size_t i);
    antlr4::tree::TerminalNode *TRAILING_SEMI();
    std::vector<antlr4::tree::TerminalNode *> SEMI();
    antlr4::tree::TerminalNode* SEMI(size_t i);


  };

  StructTypeContext* structType();

  class  InterfaceTypeContext : public FlatContext {
  public:
    InterfaceTypeContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *INTERFACE();
    antlr4::tree::TerminalNode *LBRACE();
    antlr4::tree::TerminalNode *RBRACE();
    std::vector<InterfaceElemContext *> interfaceElem();
    InterfaceElemContext* interfaceElem(size_t i);
    antlr4::tree::TerminalNode *TRAILING_SEMI();
    std::vector<antlr4::tree::TerminalNode *> SEMI();
    antlr4::tree::TerminalNode* SEMI(size_t i);


  };

  InterfaceTypeContext* interfaceType();

  class  ArrayOrArgsContext : public FlatContext {
  public:
    ArrayOrArgsContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *LBRACK();
    antlr4::tree::TerminalNode *RBRACK();
    Type_Context *type_();
    antlr4::tree::TerminalNode *ELLIPSIS();
    std::vector<ExprContext *> expr();
    ExprContext* expr(size_t i);
    std::vector<antlr4::tree::TerminalNode *> COMMA();
    antlr4::tree::TerminalNode* COMMA(size_t i);
    antlr4::tree::TerminalNode *TRAILING_COMMA();


  };

  ArrayOrArgsContext* arrayOrArgs();

  class  FieldDeclContext : public FlatContext {
  public:
    FieldDeclContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    std::vector<antlr4::tree::TerminalNode *> NAME();
    antlr4::tree::TerminalNode* NAME(size_t i);
    EmbeddedPtrContext *embeddedPtr();
    ParenTypeContext *parenType();
    LiteralContext *literal();
    antlr4::tree::TerminalNode *DOT();
    ArrayOrArgsContext *arrayOrArgs();
    TypeTailContext *typeTail();
    Type_Context *type_();
    TypeArgsContext *typeArgs();
    std::vector<antlr4::tree::TerminalNode *> COMMA();
    antlr4::tree::TerminalNode* COMMA(size_t i);


  };

  FieldDeclContext* fieldDecl();

  class  EmbeddedPtrContext : public FlatContext {
  public:
    EmbeddedPtrContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *STAR();
    Type_Context *type_();


  };

  EmbeddedPtrContext* embeddedPtr();

  class  InterfaceElemContext : public FlatContext {
  public:
    InterfaceElemContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *METHOD_NAME();
    SignatureContext *signature();
    antlr4::tree::TerminalNode *TPARAM_LBRACK();
    antlr4::tree::TerminalNode *RBRACK();
    TparamsContext *tparams();
    TypeUnionContext *typeUnion();


  };

  InterfaceElemContext* interfaceElem();

  class  TypeUnionContext : public FlatContext {
  public:
    TypeUnionContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    std::vector<TermContext *> term();
    TermContext* term(size_t i);
    std::vector<antlr4::tree::TerminalNode *> OR();
    antlr4::tree::TerminalNode* OR(size_t i);


  };

  TypeUnionContext* typeUnion();

  class  TermContext : public FlatContext {
  public:
    TermContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    Type_Context *type_();
    antlr4::tree::TerminalNode *TILDE();


  };

  TermContext* term();

  class  SignatureContext : public FlatContext {
  public:
    SignatureContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *LPAREN();
    antlr4::tree::TerminalNode *RPAREN();
    antlr4::tree::TerminalNode *RESULT_RPAREN();
    ResultContext *result();
    ParamsContext *params();


  };

  SignatureContext* signature();

  class  ResultContext : public FlatContext {
  public:
    ResultContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    ResultListContext *resultList();
    TypeNameContext *typeName();
    BracketTypeContext *bracketType();
    ResultLitContext *resultLit();


  };

  ResultContext* result();

  class  ResultLitContext : public FlatContext {
  public:
    ResultLitContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    PointerTypeContext *pointerType();
    RecvChanTypeContext *recvChanType();
    FuncTypeContext *funcType();
    StructTypeContext *structType();
    InterfaceTypeContext *interfaceType();
    MapTypeContext *mapType();
    ChanTypeContext *chanType();


  };

  ResultLitContext* resultLit();

  class  ResultListContext : public FlatContext {
  public:
    ResultListContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *LPAREN();
    antlr4::tree::TerminalNode *RPAREN();
    ParamsContext *params();


  };

  ResultListContext* resultList();

  class  ParamsContext : public FlatContext {
  public:
    ParamsContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    std::vector<ParamContext *> param();
    ParamContext* param(size_t i);
    std::vector<antlr4::tree::TerminalNode *> COMMA();
    antlr4::tree::TerminalNode* COMMA(size_t i);
    antlr4::tree::TerminalNode *TRAILING_COMMA();


  };

  ParamsContext* params();

  class  ParamContext : public FlatContext {
  public:
    ParamContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    std::vector<antlr4::tree::TerminalNode *> NAME();
    antlr4::tree::TerminalNode* NAME(size_t i);
    antlr4::tree::TerminalNode *DOT();
    ArrayOrArgsContext *arrayOrArgs();
    TypeTailContext *typeTail();
    VariadicContext *variadic();
    TypeArgsContext *typeArgs();
    BracketTypeContext *bracketType();
    TypeLitContext *typeLit();


  };

  ParamContext* param();

  class  VariadicContext : public FlatContext {
  public:
    VariadicContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *ELLIPSIS();
    Type_Context *type_();


  };

  VariadicContext* variadic();

  class  TparamsContext : public FlatContext {
  public:
    TparamsContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    std::vector<TparamContext *> tparam();
    TparamContext* tparam(size_t i);
    std::vector<antlr4::tree::TerminalNode *> COMMA();
    antlr4::tree::TerminalNode* COMMA(size_t i);
    antlr4::tree::TerminalNode *TRAILING_COMMA();


  };

  TparamsContext* tparams();

  class  TparamContext : public FlatContext {
  public:
    TparamContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *NAME();
    TypeUnionContext *typeUnion();


  };

  TparamContext* tparam();

  class  ExprListContext : public FlatContext {
  public:
    ExprListContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    std::vector<ExprContext *> expr();
    ExprContext* expr(size_t i);
    std::vector<antlr4::tree::TerminalNode *> COMMA();
    antlr4::tree::TerminalNode* COMMA(size_t i);


  };

  ExprListContext* exprList();

  class  ExprContext : public FlatContext {
  public:
    ExprContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    std::vector<UnaryExprContext *> unaryExpr();
    UnaryExprContext* unaryExpr(size_t i);
    std::vector<antlr4::tree::TerminalNode *> LOR();
    antlr4::tree::TerminalNode* LOR(size_t i);
    std::vector<antlr4::tree::TerminalNode *> LAND();
    antlr4::tree::TerminalNode* LAND(size_t i);
    std::vector<antlr4::tree::TerminalNode *> EQL();
    antlr4::tree::TerminalNode* EQL(size_t i);
    std::vector<antlr4::tree::TerminalNode *> NEQ();
    antlr4::tree::TerminalNode* NEQ(size_t i);
    std::vector<antlr4::tree::TerminalNode *> LSS();
    antlr4::tree::TerminalNode* LSS(size_t i);
    std::vector<antlr4::tree::TerminalNode *> LEQ();
    antlr4::tree::TerminalNode* LEQ(size_t i);
    std::vector<antlr4::tree::TerminalNode *> GTR();
    antlr4::tree::TerminalNode* GTR(size_t i);
    std::vector<antlr4::tree::TerminalNode *> GEQ();
    antlr4::tree::TerminalNode* GEQ(size_t i);
    std::vector<antlr4::tree::TerminalNode *> PLUS();
    antlr4::tree::TerminalNode* PLUS(size_t i);
    std::vector<antlr4::tree::TerminalNode *> MINUS();
    antlr4::tree::TerminalNode* MINUS(size_t i);
    std::vector<antlr4::tree::TerminalNode *> OR();
    antlr4::tree::TerminalNode* OR(size_t i);
    std::vector<antlr4::tree::TerminalNode *> CARET();
    antlr4::tree::TerminalNode* CARET(size_t i);
    std::vector<antlr4::tree::TerminalNode *> STAR();
    antlr4::tree::TerminalNode* STAR(size_t i);
    std::vector<antlr4::tree::TerminalNode *> SLASH();
    antlr4::tree::TerminalNode* SLASH(size_t i);
    std::vector<antlr4::tree::TerminalNode *> PERCENT();
    antlr4::tree::TerminalNode* PERCENT(size_t i);
    std::vector<antlr4::tree::TerminalNode *> SHL();
    antlr4::tree::TerminalNode* SHL(size_t i);
    std::vector<antlr4::tree::TerminalNode *> SHR();
    antlr4::tree::TerminalNode* SHR(size_t i);
    std::vector<antlr4::tree::TerminalNode *> AMP();
    antlr4::tree::TerminalNode* AMP(size_t i);
    std::vector<antlr4::tree::TerminalNode *> AND_NOT();
    antlr4::tree::TerminalNode* AND_NOT(size_t i);


  };

  ExprContext* expr();

  class  UnaryExprContext : public FlatContext {
  public:
    UnaryExprContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    LitTypeContext *litType();
    antlr4::tree::TerminalNode *FUNC();
    SignatureContext *signature();
    std::vector<antlr4::tree::TerminalNode *> PLUS();
    antlr4::tree::TerminalNode* PLUS(size_t i);
    std::vector<antlr4::tree::TerminalNode *> MINUS();
    antlr4::tree::TerminalNode* MINUS(size_t i);
    std::vector<antlr4::tree::TerminalNode *> NOT();
    antlr4::tree::TerminalNode* NOT(size_t i);
    std::vector<antlr4::tree::TerminalNode *> CARET();
    antlr4::tree::TerminalNode* CARET(size_t i);
    std::vector<antlr4::tree::TerminalNode *> STAR();
    antlr4::tree::TerminalNode* STAR(size_t i);
    std::vector<antlr4::tree::TerminalNode *> AMP();
    antlr4::tree::TerminalNode* AMP(size_t i);
    std::vector<antlr4::tree::TerminalNode *> ARROW();
    antlr4::tree::TerminalNode* ARROW(size_t i);
    std::vector<antlr4::tree::TerminalNode *> TILDE();
    antlr4::tree::TerminalNode* TILDE(size_t i);
    OperandContext *operand();
    StructTypeContext *structType();
    InterfaceTypeContext *interfaceType();
    std::vector<SuffixContext *> suffix();
    SuffixContext* suffix(size_t i);
    FuncBodyContext *funcBody();
    LitValueContext *litValue();
    ArgumentsContext *arguments();


  };

  UnaryExprContext* unaryExpr();

  class  OperandContext : public FlatContext {
  public:
    OperandContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *NAME();
    antlr4::tree::TerminalNode *NUMBER();
    antlr4::tree::TerminalNode *CHAR();
    antlr4::tree::TerminalNode *STRING();
    antlr4::tree::TerminalNode *LPAREN();
    ExprContext *expr();
    antlr4::tree::TerminalNode *RPAREN();


  };

  OperandContext* operand();

  class  LiteralContext : public FlatContext {
  public:
    LiteralContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *NUMBER();
    antlr4::tree::TerminalNode *CHAR();
    antlr4::tree::TerminalNode *STRING();


  };

  LiteralContext* literal();

  class  LitTypeContext : public FlatContext {
  public:
    LitTypeContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    BracketTypeContext *bracketType();
    MapTypeContext *mapType();
    ChanTypeContext *chanType();


  };

  LitTypeContext* litType();

  class  SuffixContext : public FlatContext {
  public:
    SuffixContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    SelectorContext *selector();
    IndexContext *index();
    ArgumentsContext *arguments();
    LitValueContext *litValue();


  };

  SuffixContext* suffix();

  class  SelectorContext : public FlatContext {
  public:
    SelectorContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *DOT();
    antlr4::tree::TerminalNode *NAME();
    antlr4::tree::TerminalNode *LPAREN();
    antlr4::tree::TerminalNode *RPAREN();
    antlr4::tree::TerminalNode *TYPE();
    Type_Context *type_();


  };

  SelectorContext* selector();

  class  IndexContext : public FlatContext {
  public:
    IndexContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *LBRACK();
    antlr4::tree::TerminalNode *RBRACK();
    std::vector<ExprContext *> expr();
    ExprContext* expr(size_t i);
    SliceTailContext *sliceTail();
    std::vector<antlr4::tree::TerminalNode *> COMMA();
    antlr4::tree::TerminalNode* COMMA(size_t i);
    antlr4::tree::TerminalNode *TRAILING_COMMA();


  };

  IndexContext* index();

  class  SliceTailContext : public FlatContext {
  public:
    SliceTailContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    std::vector<antlr4::tree::TerminalNode *> COLON();
    antlr4::tree::TerminalNode* COLON(size_t i);
    std::vector<ExprContext *> expr();
    ExprContext* expr(size_t i);


  };

  SliceTailContext* sliceTail();

  class  ArgumentsContext : public FlatContext {
  public:
    ArgumentsContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *LPAREN();
    antlr4::tree::TerminalNode *RPAREN();
    std::vector<ExprContext *> expr();
    ExprContext* expr(size_t i);
    std::vector<antlr4::tree::TerminalNode *> ELLIPSIS();
    antlr4::tree::TerminalNode* ELLIPSIS(size_t i);
    std::vector<antlr4::tree::TerminalNode *> COMMA();
    antlr4::tree::TerminalNode* COMMA(size_t i);
    antlr4::tree::TerminalNode *TRAILING_COMMA();


  };

  ArgumentsContext* arguments();

  class  LitValueContext : public FlatContext {
  public:
    LitValueContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *LBRACE();
    antlr4::tree::TerminalNode *RBRACE();
    std::vector<ElementContext *> element();
    ElementContext* element(size_t i);
    std::vector<antlr4::tree::TerminalNode *> COMMA();
    antlr4::tree::TerminalNode* COMMA(size_t i);
    antlr4::tree::TerminalNode *TRAILING_COMMA();


  };

  LitValueContext* litValue();

  class  ElementContext : public FlatContext {
  public:
    ElementContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    std::vector<ExprContext *> expr();
    ExprContext* expr(size_t i);
    std::vector<LitValueContext *> litValue();
    LitValueContext* litValue(size_t i);
    antlr4::tree::TerminalNode *COLON();


  };

  ElementContext* element();

  class  StmtListContext : public FlatContext {
  public:
    StmtListContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    std::vector<StmtContext *> stmt();
    StmtContext* stmt(size_t i);
    std::vector<antlr4::tree::TerminalNode *> SEMI();
    antlr4::tree::TerminalNode* SEMI(size_t i);
    antlr4::tree::TerminalNode *TRAILING_SEMI();


  };

  StmtListContext* stmtList();

  class  StmtContext : public FlatContext {
  public:
    StmtContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    LabeledOrSimpleContext *labeledOrSimple();
    BlockContext *block();
    ConstDeclContext *constDecl();
    TypeDeclContext *typeDecl();
    VarDeclContext *varDecl();
    IfStmtContext *ifStmt();
    ForStmtContext *forStmt();
    SwitchStmtContext *switchStmt();
    SelectStmtContext *selectStmt();
    ReturnStmtContext *returnStmt();
    BranchStmtContext *branchStmt();
    GotoStmtContext *gotoStmt();
    CallStmtContext *callStmt();


  };

  StmtContext* stmt();

  class  LabeledOrSimpleContext : public FlatContext {
  public:
    LabeledOrSimpleContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    SimpleStmtContext *simpleStmt();
    antlr4::tree::TerminalNode *COLON();
    StmtContext *stmt();


  };

  LabeledOrSimpleContext* labeledOrSimple();

  class  SimpleStmtContext : public FlatContext {
  public:
    SimpleStmtContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    std::vector<ExprListContext *> exprList();
    ExprListContext* exprList(size_t i);
    antlr4::tree::TerminalNode *ASSIGN_OP();
    ExprContext *expr();
    antlr4::tree::TerminalNode *INC();
    antlr4::tree::TerminalNode *DEC();
    antlr4::tree::TerminalNode *ARROW();
    antlr4::tree::TerminalNode *ASSIGN();
    antlr4::tree::TerminalNode *DEFINE();
    RangeClauseContext *rangeClause();


  };

  SimpleStmtContext* simpleStmt();

  class  RangeClauseContext : public FlatContext {
  public:
    RangeClauseContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *RANGE();
    ExprContext *expr();


  };

  RangeClauseContext* rangeClause();

  class  BlockContext : public FlatContext {
  public:
    BlockContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *LBRACE();
    StmtListContext *stmtList();
    antlr4::tree::TerminalNode *RBRACE();


  };

  BlockContext* block();

  class  ReturnStmtContext : public FlatContext {
  public:
    ReturnStmtContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *RETURN();
    ExprListContext *exprList();


  };

  ReturnStmtContext* returnStmt();

  class  BranchStmtContext : public FlatContext {
  public:
    BranchStmtContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *BREAK();
    antlr4::tree::TerminalNode *CONTINUE();
    antlr4::tree::TerminalNode *NAME();
    antlr4::tree::TerminalNode *FALLTHROUGH();


  };

  BranchStmtContext* branchStmt();

  class  GotoStmtContext : public FlatContext {
  public:
    GotoStmtContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *GOTO();
    antlr4::tree::TerminalNode *NAME();


  };

  GotoStmtContext* gotoStmt();

  class  CallStmtContext : public FlatContext {
  public:
    CallStmtContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    ExprContext *expr();
    antlr4::tree::TerminalNode *GO();
    antlr4::tree::TerminalNode *DEFER();


  };

  CallStmtContext* callStmt();

  class  IfStmtContext : public FlatContext {
  public:
    IfStmtContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *IF();
    HeaderContext *header();
    HeaderBodyContext *headerBody();
    antlr4::tree::TerminalNode *ELSE();
    IfStmtContext *ifStmt();
    BlockContext *block();


  };

  IfStmtContext* ifStmt();

  class  HeaderContext : public FlatContext {
  public:
    HeaderContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *VAR();
    std::vector<SimpleStmtContext *> simpleStmt();
    SimpleStmtContext* simpleStmt(size_t i);
    antlr4::tree::TerminalNode *SEMI();


  };

  HeaderContext* header();

  class  ForStmtContext : public FlatContext {
  public:
    ForStmtContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *FOR();
    ForHeaderContext *forHeader();
    HeaderBodyContext *headerBody();


  };

  ForStmtContext* forStmt();

  class  ForHeaderContext : public FlatContext {
  public:
    ForHeaderContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *VAR();
    std::vector<SimpleStmtContext *> simpleStmt();
    SimpleStmtContext* simpleStmt(size_t i);
    RangeClauseContext *rangeClause();
    std::vector<antlr4::tree::TerminalNode *> SEMI();
    antlr4::tree::TerminalNode* SEMI(size_t i);


  };

  ForHeaderContext* forHeader();

  class  HeaderBodyContext : public FlatContext {
  public:
    HeaderBodyContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *HEADER_BODY();
    StmtListContext *stmtList();
    antlr4::tree::TerminalNode *RBRACE();


  };

  HeaderBodyContext* headerBody();

  class  SwitchStmtContext : public FlatContext {
  public:
    SwitchStmtContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *SWITCH();
    HeaderContext *header();
    antlr4::tree::TerminalNode *HEADER_BODY();
    antlr4::tree::TerminalNode *RBRACE();
    std::vector<CaseClauseContext *> caseClause();
    CaseClauseContext* caseClause(size_t i);


  };

  SwitchStmtContext* switchStmt();

  class  CaseClauseContext : public FlatContext {
  public:
    CaseClauseContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *COLON();
    StmtListContext *stmtList();
    antlr4::tree::TerminalNode *CASE();
    ExprListContext *exprList();
    antlr4::tree::TerminalNode *DEFAULT();


  };

  CaseClauseContext* caseClause();

  class  SelectStmtContext : public FlatContext {
  public:
    SelectStmtContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *SELECT();
    antlr4::tree::TerminalNode *HEADER_BODY();
    antlr4::tree::TerminalNode *RBRACE();
    std::vector<CommClauseContext *> commClause();
    CommClauseContext* commClause(size_t i);


  };

  SelectStmtContext* selectStmt();

  class  CommClauseContext : public FlatContext {
  public:
    CommClauseContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *COLON();
    StmtListContext *stmtList();
    antlr4::tree::TerminalNode *CASE();
    SimpleStmtContext *simpleStmt();
    antlr4::tree::TerminalNode *DEFAULT();


  };

  CommClauseContext* commClause();


private:
  static std::vector<antlr4::dfa::DFA> _decisionToDFA;
  static antlr4::atn::PredictionContextCache _sharedContextCache;
  static std::vector<std::string> _ruleNames;
  static std::vector<std::string> _tokenNames;

  static std::vector<std::string> _literalNames;
  static std::vector<std::string> _symbolicNames;
  static antlr4::dfa::Vocabulary _vocabulary;
  static antlr4::atn::ATN _atn;
  static std::vector<uint16_t> _serializedATN;


  struct Initializer {
    Initializer();
  };
  static Initializer _init;
};

}  // namespace hood::syntax
