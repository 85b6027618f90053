
// Generated from GoParser.g4 by ANTLR 4.7.2


#include "compiler/syntax/parser_base.h"



#include "GoParser.h"


using namespace antlrcpp;
using namespace hood::syntax;
using namespace antlr4;

GoParser::GoParser(TokenStream *input) : ParserBase(input) {
  _interpreter = new atn::ParserATNSimulator(this, _atn, _decisionToDFA, _sharedContextCache);
}

GoParser::~GoParser() {
  delete _interpreter;
}

std::string GoParser::getGrammarFileName() const {
  return "GoParser.g4";
}

const std::vector<std::string>& GoParser::getRuleNames() const {
  return _ruleNames;
}

dfa::Vocabulary& GoParser::getVocabulary() const {
  return _vocabulary;
}


//----------------- PackageClauseContext ------------------------------------------------------------------

GoParser::PackageClauseContext::PackageClauseContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

tree::TerminalNode* GoParser::PackageClauseContext::PACKAGE() {
  return getToken(GoParser::PACKAGE, 0);
}

tree::TerminalNode* GoParser::PackageClauseContext::NAME() {
  return getToken(GoParser::NAME, 0);
}


size_t GoParser::PackageClauseContext::getRuleIndex() const {
  return GoParser::RulePackageClause;
}


GoParser::PackageClauseContext* GoParser::packageClause() {
  PackageClauseContext *_localctx = _tracker.createInstance<PackageClauseContext>(_ctx, getState());
  enterRule(_localctx, 0, GoParser::RulePackageClause);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(150);
    match(GoParser::PACKAGE);
    setState(151);
    match(GoParser::NAME);

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- TopLevelDeclContext ------------------------------------------------------------------

GoParser::TopLevelDeclContext::TopLevelDeclContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

GoParser::ImportDeclContext* GoParser::TopLevelDeclContext::importDecl() {
  return getRuleContext<GoParser::ImportDeclContext>(0);
}

GoParser::ConstDeclContext* GoParser::TopLevelDeclContext::constDecl() {
  return getRuleContext<GoParser::ConstDeclContext>(0);
}

GoParser::TypeDeclContext* GoParser::TopLevelDeclContext::typeDecl() {
  return getRuleContext<GoParser::TypeDeclContext>(0);
}

GoParser::VarDeclContext* GoParser::TopLevelDeclContext::varDecl() {
  return getRuleContext<GoParser::VarDeclContext>(0);
}

GoParser::FuncDeclContext* GoParser::TopLevelDeclContext::funcDecl() {
  return getRuleContext<GoParser::FuncDeclContext>(0);
}


size_t GoParser::TopLevelDeclContext::getRuleIndex() const {
  return GoParser::RuleTopLevelDecl;
}


GoParser::TopLevelDeclContext* GoParser::topLevelDecl() {
  TopLevelDeclContext *_localctx = _tracker.createInstance<TopLevelDeclContext>(_ctx, getState());
  enterRule(_localctx, 2, GoParser::RuleTopLevelDecl);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(158);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case GoParser::IMPORT: {
        enterOuterAlt(_localctx, 1);
        setState(153);
        importDecl();
        break;
      }

      case GoParser::CONST: {
        enterOuterAlt(_localctx, 2);
        setState(154);
        constDecl();
        break;
      }

      case GoParser::TYPE: {
        enterOuterAlt(_localctx, 3);
        setState(155);
        typeDecl();
        break;
      }

      case GoParser::VAR: {
        enterOuterAlt(_localctx, 4);
        setState(156);
        varDecl();
        break;
      }

      case GoParser::FUNC: {
        enterOuterAlt(_localctx, 5);
        setState(157);
        funcDecl();
        break;
      }

    default:
      throw NoViableAltException(this);
    }

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- ImportDeclContext ------------------------------------------------------------------

GoParser::ImportDeclContext::ImportDeclContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

tree::TerminalNode* GoParser::ImportDeclContext::IMPORT() {
  return getToken(GoParser::IMPORT, 0);
}

std::vector<GoParser::ImportSpecContext *> GoParser::ImportDeclContext::importSpec() {
  return getRuleContexts<GoParser::ImportSpecContext>();
}

GoParser::ImportSpecContext* GoParser::ImportDeclContext::importSpec(size_t i) {
  return getRuleContext<GoParser::ImportSpecContext>(i);
}

tree::TerminalNode* GoParser::ImportDeclContext::LPAREN() {
  return getToken(GoParser::LPAREN, 0);
}

tree::TerminalNode* GoParser::ImportDeclContext::RPAREN() {
  return getToken(GoParser::RPAREN, 0);
}

tree::TerminalNode* GoParser::ImportDeclContext::TRAILING_SEMI() {
  return getToken(GoParser::TRAILING_SEMI, 0);
}

std::vector<tree::TerminalNode *> GoParser::ImportDeclContext::SEMI() {
  return getTokens(GoParser::SEMI);
}

tree::TerminalNode* GoParser::ImportDeclContext::SEMI(size_t i) {
  return getToken(GoParser::SEMI, i);
}


size_t GoParser::ImportDeclContext::getRuleIndex() const {
  return GoParser::RuleImportDecl;
}


GoParser::ImportDeclContext* GoParser::importDecl() {
  ImportDeclContext *_localctx = _tracker.createInstance<ImportDeclContext>(_ctx, getState());
  enterRule(_localctx, 4, GoParser::RuleImportDecl);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(160);
    match(GoParser::IMPORT);
    setState(177);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case GoParser::DOT:
      case GoParser::NAME:
      case GoParser::NUMBER:
      case GoParser::CHAR:
      case GoParser::STRING: {
        setState(161);
        importSpec();
        break;
      }

      case GoParser::LPAREN: {
        setState(162);
        match(GoParser::LPAREN);
        setState(171);
        _errHandler->sync(this);

        _la = _input->LA(1);
        if (((((_la - 43) & ~ 0x3fULL) == 0) &&
          ((1ULL << (_la - 43)) & ((1ULL << (GoParser::DOT - 43))
          | (1ULL << (GoParser::NAME - 43))
          | (1ULL << (GoParser::NUMBER - 43))
          | (1ULL << (GoParser::CHAR - 43))
          | (1ULL << (GoParser::STRING - 43)))) != 0)) {
          setState(163);
          importSpec();
          setState(168);
          _errHandler->sync(this);
          _la = _input->LA(1);
          while (_la == GoParser::SEMI) {
            setState(164);
            match(GoParser::SEMI);
            setState(165);
            importSpec();
            setState(170);
            _errHandler->sync(this);
            _la = _input->LA(1);
          }
        }
        setState(174);
        _errHandler->sync(this);

        _la = _input->LA(1);
        if (_la == GoParser::TRAILING_SEMI) {
          setState(173);
          match(GoParser::TRAILING_SEMI);
        }
        setState(176);
        match(GoParser::RPAREN);
        break;
      }

    default:
      throw NoViableAltException(this);
    }

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- ImportSpecContext ------------------------------------------------------------------

GoParser::ImportSpecContext::ImportSpecContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

GoParser::LiteralContext* GoParser::ImportSpecContext::literal() {
  return getRuleContext<GoParser::LiteralContext>(0);
}

tree::TerminalNode* GoParser::ImportSpecContext::NAME() {
  return getToken(GoParser::NAME, 0);
}

tree::TerminalNode* GoParser::ImportSpecContext::DOT() {
  return getToken(GoParser::DOT, 0);
}


size_t GoParser::ImportSpecContext::getRuleIndex() const {
  return GoParser::RuleImportSpec;
}


GoParser::ImportSpecContext* GoParser::importSpec() {
  ImportSpecContext *_localctx = _tracker.createInstance<ImportSpecContext>(_ctx, getState());
  enterRule(_localctx, 6, GoParser::RuleImportSpec);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(180);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == GoParser::DOT

    || _la == GoParser::NAME) {
      setState(179);
      _la = _input->LA(1);
      if (!(_la == GoParser::DOT

      || _la == GoParser::NAME)) {
      _errHandler->recoverInline(this);
      }
      else {
        _errHandler->reportMatch(this);
        consume();
      }
    }
    setState(182);
    literal();

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- ConstDeclContext ------------------------------------------------------------------

GoParser::ConstDeclContext::ConstDeclContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

tree::TerminalNode* GoParser::ConstDeclContext::CONST() {
  return getToken(GoParser::CONST, 0);
}

std::vector<GoParser::ConstSpecContext *> GoParser::ConstDeclContext::constSpec() {
  return getRuleContexts<GoParser::ConstSpecContext>();
}

GoParser::ConstSpecContext* GoParser::ConstDeclContext::constSpec(size_t i) {
  return getRuleContext<GoParser::ConstSpecContext>(i);
}

tree::TerminalNode* GoParser::ConstDeclContext::LPAREN() {
  return getToken(GoParser::LPAREN, 0);
}

tree::TerminalNode* GoParser::ConstDeclContext::RPAREN() {
  return getToken(GoParser::RPAREN, 0);
}

tree::TerminalNode* GoParser::ConstDeclContext::TRAILING_SEMI() {
  return getToken(GoParser::TRAILING_SEMI, 0);
}

std::vector<tree::TerminalNode *> GoParser::ConstDeclContext::SEMI() {
  return getTokens(GoParser::SEMI);
}

tree::TerminalNode* GoParser::ConstDeclContext::SEMI(size_t i) {
  return getToken(GoParser::SEMI, i);
}


size_t GoParser::ConstDeclContext::getRuleIndex() const {
  return GoParser::RuleConstDecl;
}


GoParser::ConstDeclContext* GoParser::constDecl() {
  ConstDeclContext *_localctx = _tracker.createInstance<ConstDeclContext>(_ctx, getState());
  enterRule(_localctx, 8, GoParser::RuleConstDecl);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(184);
    match(GoParser::CONST);
    setState(201);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case GoParser::NAME: {
        setState(185);
        constSpec();
        break;
      }

      case GoParser::LPAREN: {
        setState(186);
        match(GoParser::LPAREN);
        setState(195);
        _errHandler->sync(this);

        _la = _input->LA(1);
        if (_la == GoParser::NAME) {
          setState(187);
          constSpec();
          setState(192);
          _errHandler->sync(this);
          _la = _input->LA(1);
          while (_la == GoParser::SEMI) {
            setState(188);
            match(GoParser::SEMI);
            setState(189);
            constSpec();
            setState(194);
            _errHandler->sync(this);
            _la = _input->LA(1);
          }
        }
        setState(198);
        _errHandler->sync(this);

        _la = _input->LA(1);
        if (_la == GoParser::TRAILING_SEMI) {
          setState(197);
          match(GoParser::TRAILING_SEMI);
        }
        setState(200);
        match(GoParser::RPAREN);
        break;
      }

    default:
      throw NoViableAltException(this);
    }

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- ConstSpecContext ------------------------------------------------------------------

GoParser::ConstSpecContext::ConstSpecContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

std::vector<tree::TerminalNode *> GoParser::ConstSpecContext::NAME() {
  return getTokens(GoParser::NAME);
}

tree::TerminalNode* GoParser::ConstSpecContext::NAME(size_t i) {
  return getToken(GoParser::NAME, i);
}

std::vector<tree::TerminalNode *> GoParser::ConstSpecContext::COMMA() {
  return getTokens(GoParser::COMMA);
}

tree::TerminalNode* GoParser::ConstSpecContext::COMMA(size_t i) {
  return getToken(GoParser::COMMA, i);
}

GoParser::Type_Context* GoParser::ConstSpecContext::type_() {
  return getRuleContext<GoParser::Type_Context>(0);
}

GoParser::InitializerContext* GoParser::ConstSpecContext::initializer() {
  return getRuleContext<GoParser::InitializerContext>(0);
}


size_t GoParser::ConstSpecContext::getRuleIndex() const {
  return GoParser::RuleConstSpec;
}


GoParser::ConstSpecContext* GoParser::constSpec() {
  ConstSpecContext *_localctx = _tracker.createInstance<ConstSpecContext>(_ctx, getState());
  enterRule(_localctx, 10, GoParser::RuleConstSpec);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(203);
    match(GoParser::NAME);
    setState(208);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while (_la == GoParser::COMMA) {
      setState(204);
      match(GoParser::COMMA);
      setState(205);
      match(GoParser::NAME);
      setState(210);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }
    setState(216);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case GoParser::CHAN:
      case GoParser::FUNC:
      case GoParser::INTERFACE:
      case GoParser::MAP:
      case GoParser::STRUCT:
      case GoParser::LPAREN:
      case GoParser::LBRACK:
      case GoParser::ARROW:
      case GoParser::STAR:
      case GoParser::NAME: {
        setState(211);
        type_();
        setState(213);
        _errHandler->sync(this);

        _la = _input->LA(1);
        if (_la == GoParser::ASSIGN

        || _la == GoParser::DEFINE) {
          setState(212);
          initializer();
        }
        break;
      }

      case GoParser::ASSIGN:
      case GoParser::DEFINE: {
        setState(215);
        initializer();
        break;
      }

      case GoParser::EOF:
      case GoParser::TRAILING_SEMI:
      case GoParser::CASE:
      case GoParser::DEFAULT:
      case GoParser::RPAREN:
      case GoParser::RBRACE:
      case GoParser::SEMI: {
        break;
      }

    default:
      break;
    }

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- VarDeclContext ------------------------------------------------------------------

GoParser::VarDeclContext::VarDeclContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

tree::TerminalNode* GoParser::VarDeclContext::VAR() {
  return getToken(GoParser::VAR, 0);
}

std::vector<GoParser::VarSpecContext *> GoParser::VarDeclContext::varSpec() {
  return getRuleContexts<GoParser::VarSpecContext>();
}

GoParser::VarSpecContext* GoParser::VarDeclContext::varSpec(size_t i) {
  return getRuleContext<GoParser::VarSpecContext>(i);
}

tree::TerminalNode* GoParser::VarDeclContext::LPAREN() {
  return getToken(GoParser::LPAREN, 0);
}

tree::TerminalNode* GoParser::VarDeclContext::RPAREN() {
  return getToken(GoParser::RPAREN, 0);
}

tree::TerminalNode* GoParser::VarDeclContext::TRAILING_SEMI() {
  return getToken(GoParser::TRAILING_SEMI, 0);
}

std::vector<tree::TerminalNode *> GoParser::VarDeclContext::SEMI() {
  return getTokens(GoParser::SEMI);
}

tree::TerminalNode* GoParser::VarDeclContext::SEMI(size_t i) {
  return getToken(GoParser::SEMI, i);
}


size_t GoParser::VarDeclContext::getRuleIndex() const {
  return GoParser::RuleVarDecl;
}


GoParser::VarDeclContext* GoParser::varDecl() {
  VarDeclContext *_localctx = _tracker.createInstance<VarDeclContext>(_ctx, getState());
  enterRule(_localctx, 12, GoParser::RuleVarDecl);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(218);
    match(GoParser::VAR);
    setState(235);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case GoParser::NAME: {
        setState(219);
        varSpec();
        break;
      }

      case GoParser::LPAREN: {
        setState(220);
        match(GoParser::LPAREN);
        setState(229);
        _errHandler->sync(this);

        _la = _input->LA(1);
        if (_la == GoParser::NAME) {
          setState(221);
          varSpec();
          setState(226);
          _errHandler->sync(this);
          _la = _input->LA(1);
          while (_la == GoParser::SEMI) {
            setState(222);
            match(GoParser::SEMI);
            setState(223);
            varSpec();
            setState(228);
            _errHandler->sync(this);
            _la = _input->LA(1);
          }
        }
        setState(232);
        _errHandler->sync(this);

        _la = _input->LA(1);
        if (_la == GoParser::TRAILING_SEMI) {
          setState(231);
          match(GoParser::TRAILING_SEMI);
        }
        setState(234);
        match(GoParser::RPAREN);
        break;
      }

    default:
      throw NoViableAltException(this);
    }

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- VarSpecContext ------------------------------------------------------------------

GoParser::VarSpecContext::VarSpecContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

std::vector<tree::TerminalNode *> GoParser::VarSpecContext::NAME() {
  return getTokens(GoParser::NAME);
}

tree::TerminalNode* GoParser::VarSpecContext::NAME(size_t i) {
  return getToken(GoParser::NAME, i);
}

GoParser::Type_Context* GoParser::VarSpecContext::type_() {
  return getRuleContext<GoParser::Type_Context>(0);
}

GoParser::InitializerContext* GoParser::VarSpecContext::initializer() {
  return getRuleContext<GoParser::InitializerContext>(0);
}

std::vector<tree::TerminalNode *> GoParser::VarSpecContext::COMMA() {
  return getTokens(GoParser::COMMA);
}

tree::TerminalNode* GoParser::VarSpecContext::COMMA(size_t i) {
  return getToken(GoParser::COMMA, i);
}


size_t GoParser::VarSpecContext::getRuleIndex() const {
  return GoParser::RuleVarSpec;
}


GoParser::VarSpecContext* GoParser::varSpec() {
  VarSpecContext *_localctx = _tracker.createInstance<VarSpecContext>(_ctx, getState());
  enterRule(_localctx, 14, GoParser::RuleVarSpec);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(237);
    match(GoParser::NAME);
    setState(242);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while (_la == GoParser::COMMA) {
      setState(238);
      match(GoParser::COMMA);
      setState(239);
      match(GoParser::NAME);
      setState(244);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }
    setState(250);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case GoParser::CHAN:
      case GoParser::FUNC:
      case GoParser::INTERFACE:
      case GoParser::MAP:
      case GoParser::STRUCT:
      case GoParser::LPAREN:
      case GoParser::LBRACK:
      case GoParser::ARROW:
      case GoParser::STAR:
      case GoParser::NAME: {
        setState(245);
        type_();
        setState(247);
        _errHandler->sync(this);

        _la = _input->LA(1);
        if (_la == GoParser::ASSIGN

        || _la == GoParser::DEFINE) {
          setState(246);
          initializer();
        }
        break;
      }

      case GoParser::ASSIGN:
      case GoParser::DEFINE: {
        setState(249);
        initializer();
        break;
      }

    default:
      throw NoViableAltException(this);
    }

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- InitializerContext ------------------------------------------------------------------

GoParser::InitializerContext::InitializerContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

GoParser::ExprListContext* GoParser::InitializerContext::exprList() {
  return getRuleContext<GoParser::ExprListContext>(0);
}

tree::TerminalNode* GoParser::InitializerContext::ASSIGN() {
  return getToken(GoParser::ASSIGN, 0);
}

tree::TerminalNode* GoParser::InitializerContext::DEFINE() {
  return getToken(GoParser::DEFINE, 0);
}


size_t GoParser::InitializerContext::getRuleIndex() const {
  return GoParser::RuleInitializer;
}


GoParser::InitializerContext* GoParser::initializer() {
  InitializerContext *_localctx = _tracker.createInstance<InitializerContext>(_ctx, getState());
  enterRule(_localctx, 16, GoParser::RuleInitializer);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(252);
    _la = _input->LA(1);
    if (!(_la == GoParser::ASSIGN

    || _la == GoParser::DEFINE)) {
    _errHandler->recoverInline(this);
    }
    else {
      _errHandler->reportMatch(this);
      consume();
    }
    setState(253);
    exprList();

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- TypeDeclContext ------------------------------------------------------------------

GoParser::TypeDeclContext::TypeDeclContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

tree::TerminalNode* GoParser::TypeDeclContext::TYPE() {
  return getToken(GoParser::TYPE, 0);
}

std::vector<GoParser::TypeSpecContext *> GoParser::TypeDeclContext::typeSpec() {
  return getRuleContexts<GoParser::TypeSpecContext>();
}

GoParser::TypeSpecContext* GoParser::TypeDeclContext::typeSpec(size_t i) {
  return getRuleContext<GoParser::TypeSpecContext>(i);
}

tree::TerminalNode* GoParser::TypeDeclContext::LPAREN() {
  return getToken(GoParser::LPAREN, 0);
}

tree::TerminalNode* GoParser::TypeDeclContext::RPAREN() {
  return getToken(GoParser::RPAREN, 0);
}

tree::TerminalNode* GoParser::TypeDeclContext::TRAILING_SEMI() {
  return getToken(GoParser::TRAILING_SEMI, 0);
}

std::vector<tree::TerminalNode *> GoParser::TypeDeclContext::SEMI() {
  return getTokens(GoParser::SEMI);
}

tree::TerminalNode* GoParser::TypeDeclContext::SEMI(size_t i) {
  return getToken(GoParser::SEMI, i);
}


size_t GoParser::TypeDeclContext::getRuleIndex() const {
  return GoParser::RuleTypeDecl;
}


GoParser::TypeDeclContext* GoParser::typeDecl() {
  TypeDeclContext *_localctx = _tracker.createInstance<TypeDeclContext>(_ctx, getState());
  enterRule(_localctx, 18, GoParser::RuleTypeDecl);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(255);
    match(GoParser::TYPE);
    setState(272);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case GoParser::NAME: {
        setState(256);
        typeSpec();
        break;
      }

      case GoParser::LPAREN: {
        setState(257);
        match(GoParser::LPAREN);
        setState(266);
        _errHandler->sync(this);

        _la = _input->LA(1);
        if (_la == GoParser::NAME) {
          setState(258);
          typeSpec();
          setState(263);
          _errHandler->sync(this);
          _la = _input->LA(1);
          while (_la == GoParser::SEMI) {
            setState(259);
            match(GoParser::SEMI);
            setState(260);
            typeSpec();
            setState(265);
            _errHandler->sync(this);
            _la = _input->LA(1);
          }
        }
        setState(269);
        _errHandler->sync(this);

        _la = _input->LA(1);
        if (_la == GoParser::TRAILING_SEMI) {
          setState(268);
          match(GoParser::TRAILING_SEMI);
        }
        setState(271);
        match(GoParser::RPAREN);
        break;
      }

    default:
      throw NoViableAltException(this);
    }

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- TypeSpecContext ------------------------------------------------------------------

GoParser::TypeSpecContext::TypeSpecContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

tree::TerminalNode* GoParser::TypeSpecContext::NAME() {
  return getToken(GoParser::NAME, 0);
}

GoParser::Type_Context* GoParser::TypeSpecContext::type_() {
  return getRuleContext<GoParser::Type_Context>(0);
}

tree::TerminalNode* GoParser::TypeSpecContext::TPARAM_LBRACK() {
  return getToken(GoParser::TPARAM_LBRACK, 0);
}

tree::TerminalNode* GoParser::TypeSpecContext::RBRACK() {
  return getToken(GoParser::RBRACK, 0);
}

tree::TerminalNode* GoParser::TypeSpecContext::ASSIGN() {
  return getToken(GoParser::ASSIGN, 0);
}

tree::TerminalNode* GoParser::TypeSpecContext::DEFINE() {
  return getToken(GoParser::DEFINE, 0);
}

GoParser::TparamsContext* GoParser::TypeSpecContext::tparams() {
  return getRuleContext<GoParser::TparamsContext>(0);
}


size_t GoParser::TypeSpecContext::getRuleIndex() const {
  return GoParser::RuleTypeSpec;
}


GoParser::TypeSpecContext* GoParser::typeSpec() {
  TypeSpecContext *_localctx = _tracker.createInstance<TypeSpecContext>(_ctx, getState());
  enterRule(_localctx, 20, GoParser::RuleTypeSpec);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(274);
    match(GoParser::NAME);
    setState(280);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == GoParser::TPARAM_LBRACK) {
      setState(275);
      match(GoParser::TPARAM_LBRACK);
      setState(277);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (_la == GoParser::NAME) {
        setState(276);
        tparams();
      }
      setState(279);
      match(GoParser::RBRACK);
    }
    setState(283);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == GoParser::ASSIGN

    || _la == GoParser::DEFINE) {
      setState(282);
      _la = _input->LA(1);
      if (!(_la == GoParser::ASSIGN

      || _la == GoParser::DEFINE)) {
      _errHandler->recoverInline(this);
      }
      else {
        _errHandler->reportMatch(this);
        consume();
      }
    }
    setState(285);
    type_();

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- FuncDeclContext ------------------------------------------------------------------

GoParser::FuncDeclContext::FuncDeclContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

tree::TerminalNode* GoParser::FuncDeclContext::FUNC() {
  return getToken(GoParser::FUNC, 0);
}

tree::TerminalNode* GoParser::FuncDeclContext::NAME() {
  return getToken(GoParser::NAME, 0);
}

GoParser::SignatureContext* GoParser::FuncDeclContext::signature() {
  return getRuleContext<GoParser::SignatureContext>(0);
}

GoParser::ReceiverContext* GoParser::FuncDeclContext::receiver() {
  return getRuleContext<GoParser::ReceiverContext>(0);
}

tree::TerminalNode* GoParser::FuncDeclContext::LBRACK() {
  return getToken(GoParser::LBRACK, 0);
}

tree::TerminalNode* GoParser::FuncDeclContext::RBRACK() {
  return getToken(GoParser::RBRACK, 0);
}

GoParser::FuncBodyContext* GoParser::FuncDeclContext::funcBody() {
  return getRuleContext<GoParser::FuncBodyContext>(0);
}

GoParser::TparamsContext* GoParser::FuncDeclContext::tparams() {
  return getRuleContext<GoParser::TparamsContext>(0);
}


size_t GoParser::FuncDeclContext::getRuleIndex() const {
  return GoParser::RuleFuncDecl;
}


GoParser::FuncDeclContext* GoParser::funcDecl() {
  FuncDeclContext *_localctx = _tracker.createInstance<FuncDeclContext>(_ctx, getState());
  enterRule(_localctx, 22, GoParser::RuleFuncDecl);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(287);
    match(GoParser::FUNC);
    setState(289);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == GoParser::LPAREN) {
      setState(288);
      receiver();
    }
    setState(291);
    match(GoParser::NAME);
    setState(297);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == GoParser::LBRACK) {
      setState(292);
      match(GoParser::LBRACK);
      setState(294);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (_la == GoParser::NAME) {
        setState(293);
        tparams();
      }
      setState(296);
      match(GoParser::RBRACK);
    }
    setState(299);
    signature();
    setState(301);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == GoParser::FUNC_BODY) {
      setState(300);
      funcBody();
    }

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- ReceiverContext ------------------------------------------------------------------

GoParser::ReceiverContext::ReceiverContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

tree::TerminalNode* GoParser::ReceiverContext::LPAREN() {
  return getToken(GoParser::LPAREN, 0);
}

tree::TerminalNode* GoParser::ReceiverContext::RPAREN() {
  return getToken(GoParser::RPAREN, 0);
}

GoParser::ParamsContext* GoParser::ReceiverContext::params() {
  return getRuleContext<GoParser::ParamsContext>(0);
}


size_t GoParser::ReceiverContext::getRuleIndex() const {
  return GoParser::RuleReceiver;
}


GoParser::ReceiverContext* GoParser::receiver() {
  ReceiverContext *_localctx = _tracker.createInstance<ReceiverContext>(_ctx, getState());
  enterRule(_localctx, 24, GoParser::RuleReceiver);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(303);
    match(GoParser::LPAREN);
    setState(305);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (((((_la - 11) & ~ 0x3fULL) == 0) &&
      ((1ULL << (_la - 11)) & ((1ULL << (GoParser::CHAN - 11))
      | (1ULL << (GoParser::FUNC - 11))
      | (1ULL << (GoParser::INTERFACE - 11))
      | (1ULL << (GoParser::MAP - 11))
      | (1ULL << (GoParser::STRUCT - 11))
      | (1ULL << (GoParser::LPAREN - 11))
      | (1ULL << (GoParser::LBRACK - 11))
      | (1ULL << (GoParser::ELLIPSIS - 11))
      | (1ULL << (GoParser::ARROW - 11))
      | (1ULL << (GoParser::STAR - 11))
      | (1ULL << (GoParser::NAME - 11)))) != 0)) {
      setState(304);
      params();
    }
    setState(307);
    match(GoParser::RPAREN);

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- FuncBodyContext ------------------------------------------------------------------

GoParser::FuncBodyContext::FuncBodyContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

tree::TerminalNode* GoParser::FuncBodyContext::FUNC_BODY() {
  return getToken(GoParser::FUNC_BODY, 0);
}

GoParser::StmtListContext* GoParser::FuncBodyContext::stmtList() {
  return getRuleContext<GoParser::StmtListContext>(0);
}

tree::TerminalNode* GoParser::FuncBodyContext::RBRACE() {
  return getToken(GoParser::RBRACE, 0);
}


size_t GoParser::FuncBodyContext::getRuleIndex() const {
  return GoParser::RuleFuncBody;
}


GoParser::FuncBodyContext* GoParser::funcBody() {
  FuncBodyContext *_localctx = _tracker.createInstance<FuncBodyContext>(_ctx, getState());
  enterRule(_localctx, 26, GoParser::RuleFuncBody);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(309);
    match(GoParser::FUNC_BODY);
    setState(310);
    stmtList();
    setState(311);
    match(GoParser::RBRACE);

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- Type_Context ------------------------------------------------------------------

GoParser::Type_Context::Type_Context(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

GoParser::TypeNameContext* GoParser::Type_Context::typeName() {
  return getRuleContext<GoParser::TypeNameContext>(0);
}

GoParser::BracketTypeContext* GoParser::Type_Context::bracketType() {
  return getRuleContext<GoParser::BracketTypeContext>(0);
}

GoParser::TypeLitContext* GoParser::Type_Context::typeLit() {
  return getRuleContext<GoParser::TypeLitContext>(0);
}


size_t GoParser::Type_Context::getRuleIndex() const {
  return GoParser::RuleType_;
}


GoParser::Type_Context* GoParser::type_() {
  Type_Context *_localctx = _tracker.createInstance<Type_Context>(_ctx, getState());
  enterRule(_localctx, 28, GoParser::RuleType_);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(316);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case GoParser::NAME: {
        enterOuterAlt(_localctx, 1);
        setState(313);
        typeName();
        break;
      }

      case GoParser::LBRACK: {
        enterOuterAlt(_localctx, 2);
        setState(314);
        bracketType();
        break;
      }

      case GoParser::CHAN:
      case GoParser::FUNC:
      case GoParser::INTERFACE:
      case GoParser::MAP:
      case GoParser::STRUCT:
      case GoParser::LPAREN:
      case GoParser::ARROW:
      case GoParser::STAR: {
        enterOuterAlt(_localctx, 3);
        setState(315);
        typeLit();
        break;
      }

    default:
      throw NoViableAltException(this);
    }

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- TypeTailContext ------------------------------------------------------------------

GoParser::TypeTailContext::TypeTailContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

GoParser::TypeNameContext* GoParser::TypeTailContext::typeName() {
  return getRuleContext<GoParser::TypeNameContext>(0);
}

GoParser::TypeLitContext* GoParser::TypeTailContext::typeLit() {
  return getRuleContext<GoParser::TypeLitContext>(0);
}


size_t GoParser::TypeTailContext::getRuleIndex() const {
  return GoParser::RuleTypeTail;
}


GoParser::TypeTailContext* GoParser::typeTail() {
  TypeTailContext *_localctx = _tracker.createInstance<TypeTailContext>(_ctx, getState());
  enterRule(_localctx, 30, GoParser::RuleTypeTail);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(320);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case GoParser::NAME: {
        enterOuterAlt(_localctx, 1);
        setState(318);
        typeName();
        break;
      }

      case GoParser::CHAN:
      case GoParser::FUNC:
      case GoParser::INTERFACE:
      case GoParser::MAP:
      case GoParser::STRUCT:
      case GoParser::LPAREN:
      case GoParser::ARROW:
      case GoParser::STAR: {
        enterOuterAlt(_localctx, 2);
        setState(319);
        typeLit();
        break;
      }

    default:
      throw NoViableAltException(this);
    }

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- TypeNameContext ------------------------------------------------------------------

GoParser::TypeNameContext::TypeNameContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

std::vector<tree::TerminalNode *> GoParser::TypeNameContext::NAME() {
  return getTokens(GoParser::NAME);
}

tree::TerminalNode* GoParser::TypeNameContext::NAME(size_t i) {
  return getToken(GoParser::NAME, i);
}

tree::TerminalNode* GoParser::TypeNameContext::DOT() {
  return getToken(GoParser::DOT, 0);
}

GoParser::TypeArgsContext* GoParser::TypeNameContext::typeArgs() {
  return getRuleContext<GoParser::TypeArgsContext>(0);
}


size_t GoParser::TypeNameContext::getRuleIndex() const {
  return GoParser::RuleTypeName;
}


GoParser::TypeNameContext* GoParser::typeName() {
  TypeNameContext *_localctx = _tracker.createInstance<TypeNameContext>(_ctx, getState());
  enterRule(_localctx, 32, GoParser::RuleTypeName);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(322);
    match(GoParser::NAME);
    setState(325);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == GoParser::DOT) {
      setState(323);
      match(GoParser::DOT);
      setState(324);
      match(GoParser::NAME);
    }
    setState(328);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == GoParser::LBRACK) {
      setState(327);
      typeArgs();
    }

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- TypeArgsContext ------------------------------------------------------------------

GoParser::TypeArgsContext::TypeArgsContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

tree::TerminalNode* GoParser::TypeArgsContext::LBRACK() {
  return getToken(GoParser::LBRACK, 0);
}

std::vector<GoParser::Type_Context *> GoParser::TypeArgsContext::type_() {
  return getRuleContexts<GoParser::Type_Context>();
}

GoParser::Type_Context* GoParser::TypeArgsContext::type_(size_t i) {
  return getRuleContext<GoParser::Type_Context>(i);
}

tree::TerminalNode* GoParser::TypeArgsContext::RBRACK() {
  return getToken(GoParser::RBRACK, 0);
}

std::vector<tree::TerminalNode *> GoParser::TypeArgsContext::COMMA() {
  return getTokens(GoParser::COMMA);
}

tree::TerminalNode* GoParser::TypeArgsContext::COMMA(size_t i) {
  return getToken(GoParser::COMMA, i);
}

tree::TerminalNode* GoParser::TypeArgsContext::TRAILING_COMMA() {
  return getToken(GoParser::TRAILING_COMMA, 0);
}


size_t GoParser::TypeArgsContext::getRuleIndex() const {
  return GoParser::RuleTypeArgs;
}


GoParser::TypeArgsContext* GoParser::typeArgs() {
  TypeArgsContext *_localctx = _tracker.createInstance<TypeArgsContext>(_ctx, getState());
  enterRule(_localctx, 34, GoParser::RuleTypeArgs);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(330);
    match(GoParser::LBRACK);
    setState(331);
    type_();
    setState(336);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while (_la == GoParser::COMMA) {
      setState(332);
      match(GoParser::COMMA);
      setState(333);
      type_();
      setState(338);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }
    setState(340);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == GoParser::TRAILING_COMMA) {
      setState(339);
      match(GoParser::TRAILING_COMMA);
    }
    setState(342);
    match(GoParser::RBRACK);

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- BracketTypeContext ------------------------------------------------------------------

GoParser::BracketTypeContext::BracketTypeContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

tree::TerminalNode* GoParser::BracketTypeContext::LBRACK() {
  return getToken(GoParser::LBRACK, 0);
}

GoParser::Type_Context* GoParser::BracketTypeContext::type_() {
  return getRuleContext<GoParser::Type_Context>(0);
}

tree::TerminalNode* GoParser::BracketTypeContext::RBRACK() {
  return getToken(GoParser::RBRACK, 0);
}

tree::TerminalNode* GoParser::BracketTypeContext::ELLIPSIS() {
  return getToken(GoParser::ELLIPSIS, 0);
}

GoParser::ExprContext* GoParser::BracketTypeContext::expr() {
  return getRuleContext<GoParser::ExprContext>(0);
}


size_t GoParser::BracketTypeContext::getRuleIndex() const {
  return GoParser::RuleBracketType;
}


GoParser::BracketTypeContext* GoParser::bracketType() {
  BracketTypeContext *_localctx = _tracker.createInstance<BracketTypeContext>(_ctx, getState());
  enterRule(_localctx, 36, GoParser::RuleBracketType);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(344);
    match(GoParser::LBRACK);
    setState(351);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case GoParser::RBRACK: {
        setState(345);
        match(GoParser::RBRACK);
        break;
      }

      case GoParser::ELLIPSIS: {
        setState(346);
        match(GoParser::ELLIPSIS);
        setState(347);
        match(GoParser::RBRACK);
        break;
      }

      case GoParser::CHAN:
      case GoParser::FUNC:
      case GoParser::INTERFACE:
      case GoParser::MAP:
      case GoParser::STRUCT:
      case GoParser::LPAREN:
      case GoParser::LBRACK:
      case GoParser::ARROW:
      case GoParser::PLUS:
      case GoParser::MINUS:
      case GoParser::CARET:
      case GoParser::STAR:
      case GoParser::AMP:
      case GoParser::NOT:
      case GoParser::TILDE:
      case GoParser::NAME:
      case GoParser::NUMBER:
      case GoParser::CHAR:
      case GoParser::STRING: {
        setState(348);
        expr();
        setState(349);
        match(GoParser::RBRACK);
        break;
      }

    default:
      throw NoViableAltException(this);
    }
    setState(353);
    type_();

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- TypeLitContext ------------------------------------------------------------------

GoParser::TypeLitContext::TypeLitContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

GoParser::ParenTypeContext* GoParser::TypeLitContext::parenType() {
  return getRuleContext<GoParser::ParenTypeContext>(0);
}

GoParser::PointerTypeContext* GoParser::TypeLitContext::pointerType() {
  return getRuleContext<GoParser::PointerTypeContext>(0);
}

GoParser::RecvChanTypeContext* GoParser::TypeLitContext::recvChanType() {
  return getRuleContext<GoParser::RecvChanTypeContext>(0);
}

GoParser::FuncTypeContext* GoParser::TypeLitContext::funcType() {
  return getRuleContext<GoParser::FuncTypeContext>(0);
}

GoParser::StructTypeContext* GoParser::TypeLitContext::structType() {
  return getRuleContext<GoParser::StructTypeContext>(0);
}

GoParser::InterfaceTypeContext* GoParser::TypeLitContext::interfaceType() {
  return getRuleContext<GoParser::InterfaceTypeContext>(0);
}

GoParser::MapTypeContext* GoParser::TypeLitContext::mapType() {
  return getRuleContext<GoParser::MapTypeContext>(0);
}

GoParser::ChanTypeContext* GoParser::TypeLitContext::chanType() {
  return getRuleContext<GoParser::ChanTypeContext>(0);
}


size_t GoParser::TypeLitContext::getRuleIndex() const {
  return GoParser::RuleTypeLit;
}


GoParser::TypeLitContext* GoParser::typeLit() {
  TypeLitContext *_localctx = _tracker.createInstance<TypeLitContext>(_ctx, getState());
  enterRule(_localctx, 38, GoParser::RuleTypeLit);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(363);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case GoParser::LPAREN: {
        enterOuterAlt(_localctx, 1);
        setState(355);
        parenType();
        break;
      }

      case GoParser::STAR: {
        enterOuterAlt(_localctx, 2);
        setState(356);
        pointerType();
        break;
      }

      case GoParser::ARROW: {
        enterOuterAlt(_localctx, 3);
        setState(357);
        recvChanType();
        break;
      }

      case GoParser::FUNC: {
        enterOuterAlt(_localctx, 4);
        setState(358);
        funcType();
        break;
      }

      case GoParser::STRUCT: {
        enterOuterAlt(_localctx, 5);
        setState(359);
        structType();
        break;
      }

      case GoParser::INTERFACE: {
        enterOuterAlt(_localctx, 6);
        setState(360);
        interfaceType();
        break;
      }

      case GoParser::MAP: {
        enterOuterAlt(_localctx, 7);
        setState(361);
        mapType();
        break;
      }

      case GoParser::CHAN: {
        enterOuterAlt(_localctx, 8);
        setState(362);
        chanType();
        break;
      }

    default:
      throw NoViableAltException(this);
    }

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- ParenTypeContext ------------------------------------------------------------------

GoParser::ParenTypeContext::ParenTypeContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

tree::TerminalNode* GoParser::ParenTypeContext::LPAREN() {
  return getToken(GoParser::LPAREN, 0);
}

GoParser::Type_Context* GoParser::ParenTypeContext::type_() {
  return getRuleContext<GoParser::Type_Context>(0);
}

tree::TerminalNode* GoParser::ParenTypeContext::RPAREN() {
  return getToken(GoParser::RPAREN, 0);
}


size_t GoParser::ParenTypeContext::getRuleIndex() const {
  return GoParser::RuleParenType;
}


GoParser::ParenTypeContext* GoParser::parenType() {
  ParenTypeContext *_localctx = _tracker.createInstance<ParenTypeContext>(_ctx, getState());
  enterRule(_localctx, 40, GoParser::RuleParenType);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(365);
    match(GoParser::LPAREN);
    setState(366);
    type_();
    setState(367);
    match(GoParser::RPAREN);

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- PointerTypeContext ------------------------------------------------------------------

GoParser::PointerTypeContext::PointerTypeContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

tree::TerminalNode* GoParser::PointerTypeContext::STAR() {
  return getToken(GoParser::STAR, 0);
}

GoParser::Type_Context* GoParser::PointerTypeContext::type_() {
  return getRuleContext<GoParser::Type_Context>(0);
}


size_t GoParser::PointerTypeContext::getRuleIndex() const {
  return GoParser::RulePointerType;
}


GoParser::PointerTypeContext* GoParser::pointerType() {
  PointerTypeContext *_localctx = _tracker.createInstance<PointerTypeContext>(_ctx, getState());
  enterRule(_localctx, 42, GoParser::RulePointerType);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(369);
    match(GoParser::STAR);
    setState(370);
    type_();

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- RecvChanTypeContext ------------------------------------------------------------------

GoParser::RecvChanTypeContext::RecvChanTypeContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

tree::TerminalNode* GoParser::RecvChanTypeContext::ARROW() {
  return getToken(GoParser::ARROW, 0);
}

tree::TerminalNode* GoParser::RecvChanTypeContext::CHAN() {
  return getToken(GoParser::CHAN, 0);
}

GoParser::Type_Context* GoParser::RecvChanTypeContext::type_() {
  return getRuleContext<GoParser::Type_Context>(0);
}


size_t GoParser::RecvChanTypeContext::getRuleIndex() const {
  return GoParser::RuleRecvChanType;
}


GoParser::RecvChanTypeContext* GoParser::recvChanType() {
  RecvChanTypeContext *_localctx = _tracker.createInstance<RecvChanTypeContext>(_ctx, getState());
  enterRule(_localctx, 44, GoParser::RuleRecvChanType);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(372);
    match(GoParser::ARROW);
    setState(373);
    match(GoParser::CHAN);
    setState(374);
    type_();

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- ChanTypeContext ------------------------------------------------------------------

GoParser::ChanTypeContext::ChanTypeContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

tree::TerminalNode* GoParser::ChanTypeContext::CHAN() {
  return getToken(GoParser::CHAN, 0);
}

GoParser::Type_Context* GoParser::ChanTypeContext::type_() {
  return getRuleContext<GoParser::Type_Context>(0);
}

tree::TerminalNode* GoParser::ChanTypeContext::CHAN_ARROW() {
  return getToken(GoParser::CHAN_ARROW, 0);
}


size_t GoParser::ChanTypeContext::getRuleIndex() const {
  return GoParser::RuleChanType;
}


GoParser::ChanTypeContext* GoParser::chanType() {
  ChanTypeContext *_localctx = _tracker.createInstance<ChanTypeContext>(_ctx, getState());
  enterRule(_localctx, 46, GoParser::RuleChanType);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(376);
    match(GoParser::CHAN);
    setState(378);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == GoParser::CHAN_ARROW) {
      setState(377);
      match(GoParser::CHAN_ARROW);
    }
    setState(380);
    type_();

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- MapTypeContext ------------------------------------------------------------------

GoParser::MapTypeContext::MapTypeContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

tree::TerminalNode* GoParser::MapTypeContext::MAP() {
  return getToken(GoParser::MAP, 0);
}

tree::TerminalNode* GoParser::MapTypeContext::LBRACK() {
  return getToken(GoParser::LBRACK, 0);
}

std::vector<GoParser::Type_Context *> GoParser::MapTypeContext::type_() {
  return getRuleContexts<GoParser::Type_Context>();
}

GoParser::Type_Context* GoParser::MapTypeContext::type_(size_t i) {
  return getRuleContext<GoParser::Type_Context>(i);
}

tree::TerminalNode* GoParser::MapTypeContext::RBRACK() {
  return getToken(GoParser::RBRACK, 0);
}


size_t GoParser::MapTypeContext::getRuleIndex() const {
  return GoParser::RuleMapType;
}


GoParser::MapTypeContext* GoParser::mapType() {
  MapTypeContext *_localctx = _tracker.createInstance<MapTypeContext>(_ctx, getState());
  enterRule(_localctx, 48, GoParser::RuleMapType);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(382);
    match(GoParser::MAP);
    setState(383);
    match(GoParser::LBRACK);
    setState(384);
    type_();
    setState(385);
    match(GoParser::RBRACK);
    setState(386);
    type_();

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- FuncTypeContext ------------------------------------------------------------------

GoParser::FuncTypeContext::FuncTypeContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

tree::TerminalNode* GoParser::FuncTypeContext::FUNC() {
  return getToken(GoParser::FUNC, 0);
}

GoParser::SignatureContext* GoParser::FuncTypeContext::signature() {
  return getRuleContext<GoParser::SignatureContext>(0);
}


size_t GoParser::FuncTypeContext::getRuleIndex() const {
  return GoParser::RuleFuncType;
}


GoParser::FuncTypeContext* GoParser::funcType() {
  FuncTypeContext *_localctx = _tracker.createInstance<FuncTypeContext>(_ctx, getState());
  enterRule(_localctx, 50, GoParser::RuleFuncType);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(388);
    match(GoParser::FUNC);
    setState(389);
    signature();

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- StructTypeContext ------------------------------------------------------------------

GoParser::StructTypeContext::StructTypeContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

tree::TerminalNode* GoParser::StructTypeContext::STRUCT() {
  return getToken(GoParser::STRUCT, 0);
}

tree::TerminalNode* GoParser::StructTypeContext::LBRACE() {
  return getToken(GoParser::LBRACE, 0);
}

tree::TerminalNode* GoParser::StructTypeContext::RBRACE() {
  return getToken(GoParser::RBRACE, 0);
}

std::vector<GoParser::FieldDeclContext *> GoParser::StructTypeContext::fieldDecl() {
  return getRuleContexts<GoParser::FieldDeclContext>();
}

GoParser::FieldDeclContext* GoParser::StructTypeContext::fieldDecl(size_t i) {
  return getRuleContext<GoParser::FieldDeclContext>(i);
}

tree::TerminalNode* GoParser::StructTypeContext::TRAILING_SEMI() {
  return getToken(GoParser::TRAILING_SEMI, 0);
}

std::vector<tree::TerminalNode *> GoParser::StructTypeContext::SEMI() {
  return getTokens(GoParser::SEMI);
}

tree::TerminalNode* GoParser::StructTypeContext::SEMI(size_t i) {
  return getToken(GoParser::SEMI, i);
}


size_t GoParser::StructTypeContext::getRuleIndex() const {
  return GoParser::RuleStructType;
}


GoParser::StructTypeContext* GoParser::structType() {
  StructTypeContext *_localctx = _tracker.createInstance<StructTypeContext>(_ctx, getState());
  enterRule(_localctx, 52, GoParser::RuleStructType);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(391);
    match(GoParser::STRUCT);
    setState(392);
    match(GoParser::LBRACE);
    setState(401);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (((((_la - 34) & ~ 0x3fULL) == 0) &&
      ((1ULL << (_la - 34)) & ((1ULL << (GoParser::LPAREN - 34))
      | (1ULL << (GoParser::STAR - 34))
      | (1ULL << (GoParser::NAME - 34)))) != 0)) {
      setState(393);
      fieldDecl();
      setState(398);
      _errHandler->sync(this);
      _la = _input->LA(1);
      while (_la == GoParser::SEMI) {
        setState(394);
        match(GoParser::SEMI);
        setState(395);
        fieldDecl();
        setState(400);
        _errHandler->sync(this);
        _la = _input->LA(1);
      }
    }
    setState(404);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == GoParser::TRAILING_SEMI) {
      setState(403);
      match(GoParser::TRAILING_SEMI);
    }
    setState(406);
    match(GoParser::RBRACE);

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- InterfaceTypeContext ------------------------------------------------------------------

GoParser::InterfaceTypeContext::InterfaceTypeContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

tree::TerminalNode* GoParser::InterfaceTypeContext::INTERFACE() {
  return getToken(GoParser::INTERFACE, 0);
}

tree::TerminalNode* GoParser::InterfaceTypeContext::LBRACE() {
  return getToken(GoParser::LBRACE, 0);
}

tree::TerminalNode* GoParser::InterfaceTypeContext::RBRACE() {
  return getToken(GoParser::RBRACE, 0);
}

std::vector<GoParser::InterfaceElemContext *> GoParser::InterfaceTypeContext::interfaceElem() {
  return getRuleContexts<GoParser::InterfaceElemContext>();
}

GoParser::InterfaceElemContext* GoParser::InterfaceTypeContext::interfaceElem(size_t i) {
  return getRuleContext<GoParser::InterfaceElemContext>(i);
}

tree::TerminalNode* GoParser::InterfaceTypeContext::TRAILING_SEMI() {
  return getToken(GoParser::TRAILING_SEMI, 0);
}

std::vector<tree::TerminalNode *> GoParser::InterfaceTypeContext::SEMI() {
  return getTokens(GoParser::SEMI);
}

tree::TerminalNode* GoParser::InterfaceTypeContext::SEMI(size_t i) {
  return getToken(GoParser::SEMI, i);
}


size_t GoParser::InterfaceTypeContext::getRuleIndex() const {
  return GoParser::RuleInterfaceType;
}


GoParser::InterfaceTypeContext* GoParser::interfaceType() {
  InterfaceTypeContext *_localctx = _tracker.createInstance<InterfaceTypeContext>(_ctx, getState());
  enterRule(_localctx, 54, GoParser::RuleInterfaceType);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(408);
    match(GoParser::INTERFACE);
    setState(409);
    match(GoParser::LBRACE);
    setState(418);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if ((((_la & ~ 0x3fULL) == 0) &&
      ((1ULL << _la) & ((1ULL << GoParser::METHOD_NAME)
      | (1ULL << GoParser::CHAN)
      | (1ULL << GoParser::FUNC)
      | (1ULL << GoParser::INTERFACE)
      | (1ULL << GoParser::MAP)
      | (1ULL << GoParser::STRUCT)
      | (1ULL << GoParser::LPAREN)
      | (1ULL << GoParser::LBRACK)
      | (1ULL << GoParser::ARROW)
      | (1ULL << GoParser::STAR))) != 0) || _la == GoParser::TILDE

    || _la == GoParser::NAME) {
      setState(410);
      interfaceElem();
      setState(415);
      _errHandler->sync(this);
      _la = _input->LA(1);
      while (_la == GoParser::SEMI) {
        setState(411);
        match(GoParser::SEMI);
        setState(412);
        interfaceElem();
        setState(417);
        _errHandler->sync(this);
        _la = _input->LA(1);
      }
    }
    setState(421);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == GoParser::TRAILING_SEMI) {
      setState(420);
      match(GoParser::TRAILING_SEMI);
    }
    setState(423);
    match(GoParser::RBRACE);

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- ArrayOrArgsContext ------------------------------------------------------------------

GoParser::ArrayOrArgsContext::ArrayOrArgsContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

tree::TerminalNode* GoParser::ArrayOrArgsContext::LBRACK() {
  return getToken(GoParser::LBRACK, 0);
}

tree::TerminalNode* GoParser::ArrayOrArgsContext::RBRACK() {
  return getToken(GoParser::RBRACK, 0);
}

GoParser::Type_Context* GoParser::ArrayOrArgsContext::type_() {
  return getRuleContext<GoParser::Type_Context>(0);
}

tree::TerminalNode* GoParser::ArrayOrArgsContext::ELLIPSIS() {
  return getToken(GoParser::ELLIPSIS, 0);
}

std::vector<GoParser::ExprContext *> GoParser::ArrayOrArgsContext::expr() {
  return getRuleContexts<GoParser::ExprContext>();
}

GoParser::ExprContext* GoParser::ArrayOrArgsContext::expr(size_t i) {
  return getRuleContext<GoParser::ExprContext>(i);
}

std::vector<tree::TerminalNode *> GoParser::ArrayOrArgsContext::COMMA() {
  return getTokens(GoParser::COMMA);
}

tree::TerminalNode* GoParser::ArrayOrArgsContext::COMMA(size_t i) {
  return getToken(GoParser::COMMA, i);
}

tree::TerminalNode* GoParser::ArrayOrArgsContext::TRAILING_COMMA() {
  return getToken(GoParser::TRAILING_COMMA, 0);
}


size_t GoParser::ArrayOrArgsContext::getRuleIndex() const {
  return GoParser::RuleArrayOrArgs;
}


GoParser::ArrayOrArgsContext* GoParser::arrayOrArgs() {
  ArrayOrArgsContext *_localctx = _tracker.createInstance<ArrayOrArgsContext>(_ctx, getState());
  enterRule(_localctx, 56, GoParser::RuleArrayOrArgs);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(425);
    match(GoParser::LBRACK);
    setState(446);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case GoParser::RBRACK: {
        setState(426);
        match(GoParser::RBRACK);
        setState(427);
        type_();
        break;
      }

      case GoParser::ELLIPSIS: {
        setState(428);
        match(GoParser::ELLIPSIS);
        setState(429);
        match(GoParser::RBRACK);
        setState(430);
        type_();
        break;
      }

      case GoParser::CHAN:
      case GoParser::FUNC:
      case GoParser::INTERFACE:
      case GoParser::MAP:
      case GoParser::STRUCT:
      case GoParser::LPAREN:
      case GoParser::LBRACK:
      case GoParser::ARROW:
      case GoParser::PLUS:
      case GoParser::MINUS:
      case GoParser::CARET:
      case GoParser::STAR:
      case GoParser::AMP:
      case GoParser::NOT:
      case GoParser::TILDE:
      case GoParser::NAME:
      case GoParser::NUMBER:
      case GoParser::CHAR:
      case GoParser::STRING: {
        setState(431);
        expr();
        setState(436);
        _errHandler->sync(this);
        _la = _input->LA(1);
        while (_la == GoParser::COMMA) {
          setState(432);
          match(GoParser::COMMA);
          setState(433);
          expr();
          setState(438);
          _errHandler->sync(this);
          _la = _input->LA(1);
        }
        setState(440);
        _errHandler->sync(this);

        _la = _input->LA(1);
        if (_la == GoParser::TRAILING_COMMA) {
          setState(439);
          match(GoParser::TRAILING_COMMA);
        }
        setState(442);
        match(GoParser::RBRACK);
        setState(444);
        _errHandler->sync(this);

        _la = _input->LA(1);
        if (((((_la - 11) & ~ 0x3fULL) == 0) &&
          ((1ULL << (_la - 11)) & ((1ULL << (GoParser::CHAN - 11))
          | (1ULL << (GoParser::FUNC - 11))
          | (1ULL << (GoParser::INTERFACE - 11))
          | (1ULL << (GoParser::MAP - 11))
          | (1ULL << (GoParser::STRUCT - 11))
          | (1ULL << (GoParser::LPAREN - 11))
          | (1ULL << (GoParser::LBRACK - 11))
          | (1ULL << (GoParser::ARROW - 11))
          | (1ULL << (GoParser::STAR - 11))
          | (1ULL << (GoParser::NAME - 11)))) != 0)) {
          setState(443);
          type_();
        }
        break;
      }

    default:
      throw NoViableAltException(this);
    }

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- FieldDeclContext ------------------------------------------------------------------

GoParser::FieldDeclContext::FieldDeclContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

std::vector<tree::TerminalNode *> GoParser::FieldDeclContext::NAME() {
  return getTokens(GoParser::NAME);
}

tree::TerminalNode* GoParser::FieldDeclContext::NAME(size_t i) {
  return getToken(GoParser::NAME, i);
}

GoParser::EmbeddedPtrContext* GoParser::FieldDeclContext::embeddedPtr() {
  return getRuleContext<GoParser::EmbeddedPtrContext>(0);
}

GoParser::ParenTypeContext* GoParser::FieldDeclContext::parenType() {
  return getRuleContext<GoParser::ParenTypeContext>(0);
}

GoParser::LiteralContext* GoParser::FieldDeclContext::literal() {
  return getRuleContext<GoParser::LiteralContext>(0);
}

tree::TerminalNode* GoParser::FieldDeclContext::DOT() {
  return getToken(GoParser::DOT, 0);
}

GoParser::ArrayOrArgsContext* GoParser::FieldDeclContext::arrayOrArgs() {
  return getRuleContext<GoParser::ArrayOrArgsContext>(0);
}

GoParser::TypeTailContext* GoParser::FieldDeclContext::typeTail() {
  return getRuleContext<GoParser::TypeTailContext>(0);
}

GoParser::Type_Context* GoParser::FieldDeclContext::type_() {
  return getRuleContext<GoParser::Type_Context>(0);
}

GoParser::TypeArgsContext* GoParser::FieldDeclContext::typeArgs() {
  return getRuleContext<GoParser::TypeArgsContext>(0);
}

std::vector<tree::TerminalNode *> GoParser::FieldDeclContext::COMMA() {
  return getTokens(GoParser::COMMA);
}

tree::TerminalNode* GoParser::FieldDeclContext::COMMA(size_t i) {
  return getToken(GoParser::COMMA, i);
}


size_t GoParser::FieldDeclContext::getRuleIndex() const {
  return GoParser::RuleFieldDecl;
}


GoParser::FieldDeclContext* GoParser::fieldDecl() {
  FieldDeclContext *_localctx = _tracker.createInstance<FieldDeclContext>(_ctx, getState());
  enterRule(_localctx, 58, GoParser::RuleFieldDecl);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(467);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case GoParser::NAME: {
        setState(448);
        match(GoParser::NAME);
        setState(463);
        _errHandler->sync(this);
        switch (_input->LA(1)) {
          case GoParser::DOT: {
            setState(449);
            match(GoParser::DOT);
            setState(450);
            match(GoParser::NAME);
            setState(452);
            _errHandler->sync(this);

            _la = _input->LA(1);
            if (_la == GoParser::LBRACK) {
              setState(451);
              typeArgs();
            }
            break;
          }

          case GoParser::LBRACK: {
            setState(454);
            arrayOrArgs();
            break;
          }

          case GoParser::CHAN:
          case GoParser::FUNC:
          case GoParser::INTERFACE:
          case GoParser::MAP:
          case GoParser::STRUCT:
          case GoParser::LPAREN:
          case GoParser::ARROW:
          case GoParser::STAR:
          case GoParser::NAME: {
            setState(455);
            typeTail();
            break;
          }

          case GoParser::COMMA: {
            setState(458);
            _errHandler->sync(this);
            _la = _input->LA(1);
            do {
              setState(456);
              match(GoParser::COMMA);
              setState(457);
              match(GoParser::NAME);
              setState(460);
              _errHandler->sync(this);
              _la = _input->LA(1);
            } while (_la == GoParser::COMMA);
            setState(462);
            type_();
            break;
          }

          case GoParser::TRAILING_SEMI:
          case GoParser::RBRACE:
          case GoParser::SEMI:
          case GoParser::NUMBER:
          case GoParser::CHAR:
          case GoParser::STRING: {
            break;
          }

        default:
          break;
        }
        break;
      }

      case GoParser::STAR: {
        setState(465);
        embeddedPtr();
        break;
      }

      case GoParser::LPAREN: {
        setState(466);
        parenType();
        break;
      }

    default:
      throw NoViableAltException(this);
    }
    setState(470);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (((((_la - 73) & ~ 0x3fULL) == 0) &&
      ((1ULL << (_la - 73)) & ((1ULL << (GoParser::NUMBER - 73))
      | (1ULL << (GoParser::CHAR - 73))
      | (1ULL << (GoParser::STRING - 73)))) != 0)) {
      setState(469);
      literal();
    }

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- EmbeddedPtrContext ------------------------------------------------------------------

GoParser::EmbeddedPtrContext::EmbeddedPtrContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

tree::TerminalNode* GoParser::EmbeddedPtrContext::STAR() {
  return getToken(GoParser::STAR, 0);
}

GoParser::Type_Context* GoParser::EmbeddedPtrContext::type_() {
  return getRuleContext<GoParser::Type_Context>(0);
}


size_t GoParser::EmbeddedPtrContext::getRuleIndex() const {
  return GoParser::RuleEmbeddedPtr;
}


GoParser::EmbeddedPtrContext* GoParser::embeddedPtr() {
  EmbeddedPtrContext *_localctx = _tracker.createInstance<EmbeddedPtrContext>(_ctx, getState());
  enterRule(_localctx, 60, GoParser::RuleEmbeddedPtr);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(472);
    match(GoParser::STAR);
    setState(473);
    type_();

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- InterfaceElemContext ------------------------------------------------------------------

GoParser::InterfaceElemContext::InterfaceElemContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

tree::TerminalNode* GoParser::InterfaceElemContext::METHOD_NAME() {
  return getToken(GoParser::METHOD_NAME, 0);
}

GoParser::SignatureContext* GoParser::InterfaceElemContext::signature() {
  return getRuleContext<GoParser::SignatureContext>(0);
}

tree::TerminalNode* GoParser::InterfaceElemContext::TPARAM_LBRACK() {
  return getToken(GoParser::TPARAM_LBRACK, 0);
}

tree::TerminalNode* GoParser::InterfaceElemContext::RBRACK() {
  return getToken(GoParser::RBRACK, 0);
}

GoParser::TparamsContext* GoParser::InterfaceElemContext::tparams() {
  return getRuleContext<GoParser::TparamsContext>(0);
}

GoParser::TypeUnionContext* GoParser::InterfaceElemContext::typeUnion() {
  return getRuleContext<GoParser::TypeUnionContext>(0);
}


size_t GoParser::InterfaceElemContext::getRuleIndex() const {
  return GoParser::RuleInterfaceElem;
}


GoParser::InterfaceElemContext* GoParser::interfaceElem() {
  InterfaceElemContext *_localctx = _tracker.createInstance<InterfaceElemContext>(_ctx, getState());
  enterRule(_localctx, 62, GoParser::RuleInterfaceElem);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(485);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case GoParser::METHOD_NAME: {
        enterOuterAlt(_localctx, 1);
        setState(475);
        match(GoParser::METHOD_NAME);
        setState(481);
        _errHandler->sync(this);

        _la = _input->LA(1);
        if (_la == GoParser::TPARAM_LBRACK) {
          setState(476);
          match(GoParser::TPARAM_LBRACK);
          setState(478);
          _errHandler->sync(this);

          _la = _input->LA(1);
          if (_la == GoParser::NAME) {
            setState(477);
            tparams();
          }
          setState(480);
          match(GoParser::RBRACK);
        }
        setState(483);
        signature();
        break;
      }

      case GoParser::CHAN:
      case GoParser::FUNC:
      case GoParser::INTERFACE:
      case GoParser::MAP:
      case GoParser::STRUCT:
      case GoParser::LPAREN:
      case GoParser::LBRACK:
      case GoParser::ARROW:
      case GoParser::STAR:
      case GoParser::TILDE:
      case GoParser::NAME: {
        enterOuterAlt(_localctx, 2);
        setState(484);
        typeUnion();
        break;
      }

    default:
      throw NoViableAltException(this);
    }

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- TypeUnionContext ------------------------------------------------------------------

GoParser::TypeUnionContext::TypeUnionContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

std::vector<GoParser::TermContext *> GoParser::TypeUnionContext::term() {
  return getRuleContexts<GoParser::TermContext>();
}

GoParser::TermContext* GoParser::TypeUnionContext::term(size_t i) {
  return getRuleContext<GoParser::TermContext>(i);
}

std::vector<tree::TerminalNode *> GoParser::TypeUnionContext::OR() {
  return getTokens(GoParser::OR);
}

tree::TerminalNode* GoParser::TypeUnionContext::OR(size_t i) {
  return getToken(GoParser::OR, i);
}


size_t GoParser::TypeUnionContext::getRuleIndex() const {
  return GoParser::RuleTypeUnion;
}


GoParser::TypeUnionContext* GoParser::typeUnion() {
  TypeUnionContext *_localctx = _tracker.createInstance<TypeUnionContext>(_ctx, getState());
  enterRule(_localctx, 64, GoParser::RuleTypeUnion);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(487);
    term();
    setState(492);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while (_la == GoParser::OR) {
      setState(488);
      match(GoParser::OR);
      setState(489);
      term();
      setState(494);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- TermContext ------------------------------------------------------------------

GoParser::TermContext::TermContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

GoParser::Type_Context* GoParser::TermContext::type_() {
  return getRuleContext<GoParser::Type_Context>(0);
}

tree::TerminalNode* GoParser::TermContext::TILDE() {
  return getToken(GoParser::TILDE, 0);
}


size_t GoParser::TermContext::getRuleIndex() const {
  return GoParser::RuleTerm;
}


GoParser::TermContext* GoParser::term() {
  TermContext *_localctx = _tracker.createInstance<TermContext>(_ctx, getState());
  enterRule(_localctx, 66, GoParser::RuleTerm);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(496);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == GoParser::TILDE) {
      setState(495);
      match(GoParser::TILDE);
    }
    setState(498);
    type_();

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- SignatureContext ------------------------------------------------------------------

GoParser::SignatureContext::SignatureContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

tree::TerminalNode* GoParser::SignatureContext::LPAREN() {
  return getToken(GoParser::LPAREN, 0);
}

tree::TerminalNode* GoParser::SignatureContext::RPAREN() {
  return getToken(GoParser::RPAREN, 0);
}

tree::TerminalNode* GoParser::SignatureContext::RESULT_RPAREN() {
  return getToken(GoParser::RESULT_RPAREN, 0);
}

GoParser::ResultContext* GoParser::SignatureContext::result() {
  return getRuleContext<GoParser::ResultContext>(0);
}

GoParser::ParamsContext* GoParser::SignatureContext::params() {
  return getRuleContext<GoParser::ParamsContext>(0);
}


size_t GoParser::SignatureContext::getRuleIndex() const {
  return GoParser::RuleSignature;
}


GoParser::SignatureContext* GoParser::signature() {
  SignatureContext *_localctx = _tracker.createInstance<SignatureContext>(_ctx, getState());
  enterRule(_localctx, 68, GoParser::RuleSignature);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(500);
    match(GoParser::LPAREN);
    setState(502);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (((((_la - 11) & ~ 0x3fULL) == 0) &&
      ((1ULL << (_la - 11)) & ((1ULL << (GoParser::CHAN - 11))
      | (1ULL << (GoParser::FUNC - 11))
      | (1ULL << (GoParser::INTERFACE - 11))
      | (1ULL << (GoParser::MAP - 11))
      | (1ULL << (GoParser::STRUCT - 11))
      | (1ULL << (GoParser::LPAREN - 11))
      | (1ULL << (GoParser::LBRACK - 11))
      | (1ULL << (GoParser::ELLIPSIS - 11))
      | (1ULL << (GoParser::ARROW - 11))
      | (1ULL << (GoParser::STAR - 11))
      | (1ULL << (GoParser::NAME - 11)))) != 0)) {
      setState(501);
      params();
    }
    setState(507);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case GoParser::RPAREN: {
        setState(504);
        match(GoParser::RPAREN);
        break;
      }

      case GoParser::RESULT_RPAREN: {
        setState(505);
        match(GoParser::RESULT_RPAREN);
        setState(506);
        result();
        break;
      }

    default:
      throw NoViableAltException(this);
    }

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- ResultContext ------------------------------------------------------------------

GoParser::ResultContext::ResultContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

GoParser::ResultListContext* GoParser::ResultContext::resultList() {
  return getRuleContext<GoParser::ResultListContext>(0);
}

GoParser::TypeNameContext* GoParser::ResultContext::typeName() {
  return getRuleContext<GoParser::TypeNameContext>(0);
}

GoParser::BracketTypeContext* GoParser::ResultContext::bracketType() {
  return getRuleContext<GoParser::BracketTypeContext>(0);
}

GoParser::ResultLitContext* GoParser::ResultContext::resultLit() {
  return getRuleContext<GoParser::ResultLitContext>(0);
}


size_t GoParser::ResultContext::getRuleIndex() const {
  return GoParser::RuleResult;
}


GoParser::ResultContext* GoParser::result() {
  ResultContext *_localctx = _tracker.createInstance<ResultContext>(_ctx, getState());
  enterRule(_localctx, 70, GoParser::RuleResult);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(513);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case GoParser::LPAREN: {
        enterOuterAlt(_localctx, 1);
        setState(509);
        resultList();
        break;
      }

      case GoParser::NAME: {
        enterOuterAlt(_localctx, 2);
        setState(510);
        typeName();
        break;
      }

      case GoParser::LBRACK: {
        enterOuterAlt(_localctx, 3);
        setState(511);
        bracketType();
        break;
      }

      case GoParser::CHAN:
      case GoParser::FUNC:
      case GoParser::INTERFACE:
      case GoParser::MAP:
      case GoParser::STRUCT:
      case GoParser::ARROW:
      case GoParser::STAR: {
        enterOuterAlt(_localctx, 4);
        setState(512);
        resultLit();
        break;
      }

    default:
      throw NoViableAltException(this);
    }

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- ResultLitContext ------------------------------------------------------------------

GoParser::ResultLitContext::ResultLitContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

GoParser::PointerTypeContext* GoParser::ResultLitContext::pointerType() {
  return getRuleContext<GoParser::PointerTypeContext>(0);
}

GoParser::RecvChanTypeContext* GoParser::ResultLitContext::recvChanType() {
  return getRuleContext<GoParser::RecvChanTypeContext>(0);
}

GoParser::FuncTypeContext* GoParser::ResultLitContext::funcType() {
  return getRuleContext<GoParser::FuncTypeContext>(0);
}

GoParser::StructTypeContext* GoParser::ResultLitContext::structType() {
  return getRuleContext<GoParser::StructTypeContext>(0);
}

GoParser::InterfaceTypeContext* GoParser::ResultLitContext::interfaceType() {
  return getRuleContext<GoParser::InterfaceTypeContext>(0);
}

GoParser::MapTypeContext* GoParser::ResultLitContext::mapType() {
  return getRuleContext<GoParser::MapTypeContext>(0);
}

GoParser::ChanTypeContext* GoParser::ResultLitContext::chanType() {
  return getRuleContext<GoParser::ChanTypeContext>(0);
}


size_t GoParser::ResultLitContext::getRuleIndex() const {
  return GoParser::RuleResultLit;
}


GoParser::ResultLitContext* GoParser::resultLit() {
  ResultLitContext *_localctx = _tracker.createInstance<ResultLitContext>(_ctx, getState());
  enterRule(_localctx, 72, GoParser::RuleResultLit);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(522);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case GoParser::STAR: {
        enterOuterAlt(_localctx, 1);
        setState(515);
        pointerType();
        break;
      }

      case GoParser::ARROW: {
        enterOuterAlt(_localctx, 2);
        setState(516);
        recvChanType();
        break;
      }

      case GoParser::FUNC: {
        enterOuterAlt(_localctx, 3);
        setState(517);
        funcType();
        break;
      }

      case GoParser::STRUCT: {
        enterOuterAlt(_localctx, 4);
        setState(518);
        structType();
        break;
      }

      case GoParser::INTERFACE: {
        enterOuterAlt(_localctx, 5);
        setState(519);
        interfaceType();
        break;
      }

      case GoParser::MAP: {
        enterOuterAlt(_localctx, 6);
        setState(520);
        mapType();
        break;
      }

      case GoParser::CHAN: {
        enterOuterAlt(_localctx, 7);
        setState(521);
        chanType();
        break;
      }

    default:
      throw NoViableAltException(this);
    }

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- ResultListContext ------------------------------------------------------------------

GoParser::ResultListContext::ResultListContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

tree::TerminalNode* GoParser::ResultListContext::LPAREN() {
  return getToken(GoParser::LPAREN, 0);
}

tree::TerminalNode* GoParser::ResultListContext::RPAREN() {
  return getToken(GoParser::RPAREN, 0);
}

GoParser::ParamsContext* GoParser::ResultListContext::params() {
  return getRuleContext<GoParser::ParamsContext>(0);
}


size_t GoParser::ResultListContext::getRuleIndex() const {
  return GoParser::RuleResultList;
}


GoParser::ResultListContext* GoParser::resultList() {
  ResultListContext *_localctx = _tracker.createInstance<ResultListContext>(_ctx, getState());
  enterRule(_localctx, 74, GoParser::RuleResultList);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(524);
    match(GoParser::LPAREN);
    setState(526);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (((((_la - 11) & ~ 0x3fULL) == 0) &&
      ((1ULL << (_la - 11)) & ((1ULL << (GoParser::CHAN - 11))
      | (1ULL << (GoParser::FUNC - 11))
      | (1ULL << (GoParser::INTERFACE - 11))
      | (1ULL << (GoParser::MAP - 11))
      | (1ULL << (GoParser::STRUCT - 11))
      | (1ULL << (GoParser::LPAREN - 11))
      | (1ULL << (GoParser::LBRACK - 11))
      | (1ULL << (GoParser::ELLIPSIS - 11))
      | (1ULL << (GoParser::ARROW - 11))
      | (1ULL << (GoParser::STAR - 11))
      | (1ULL << (GoParser::NAME - 11)))) != 0)) {
      setState(525);
      params();
    }
    setState(528);
    match(GoParser::RPAREN);

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- ParamsContext ------------------------------------------------------------------

GoParser::ParamsContext::ParamsContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

std::vector<GoParser::ParamContext *> GoParser::ParamsContext::param() {
  return getRuleContexts<GoParser::ParamContext>();
}

GoParser::ParamContext* GoParser::ParamsContext::param(size_t i) {
  return getRuleContext<GoParser::ParamContext>(i);
}

std::vector<tree::TerminalNode *> GoParser::ParamsContext::COMMA() {
  return getTokens(GoParser::COMMA);
}

tree::TerminalNode* GoParser::ParamsContext::COMMA(size_t i) {
  return getToken(GoParser::COMMA, i);
}

tree::TerminalNode* GoParser::ParamsContext::TRAILING_COMMA() {
  return getToken(GoParser::TRAILING_COMMA, 0);
}


size_t GoParser::ParamsContext::getRuleIndex() const {
  return GoParser::RuleParams;
}


GoParser::ParamsContext* GoParser::params() {
  ParamsContext *_localctx = _tracker.createInstance<ParamsContext>(_ctx, getState());
  enterRule(_localctx, 76, GoParser::RuleParams);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(530);
    param();
    setState(535);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while (_la == GoParser::COMMA) {
      setState(531);
      match(GoParser::COMMA);
      setState(532);
      param();
      setState(537);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }
    setState(539);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == GoParser::TRAILING_COMMA) {
      setState(538);
      match(GoParser::TRAILING_COMMA);
    }

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- ParamContext ------------------------------------------------------------------

GoParser::ParamContext::ParamContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

std::vector<tree::TerminalNode *> GoParser::ParamContext::NAME() {
  return getTokens(GoParser::NAME);
}

tree::TerminalNode* GoParser::ParamContext::NAME(size_t i) {
  return getToken(GoParser::NAME, i);
}

tree::TerminalNode* GoParser::ParamContext::DOT() {
  return getToken(GoParser::DOT, 0);
}

GoParser::ArrayOrArgsContext* GoParser::ParamContext::arrayOrArgs() {
  return getRuleContext<GoParser::ArrayOrArgsContext>(0);
}

GoParser::TypeTailContext* GoParser::ParamContext::typeTail() {
  return getRuleContext<GoParser::TypeTailContext>(0);
}

GoParser::VariadicContext* GoParser::ParamContext::variadic() {
  return getRuleContext<GoParser::VariadicContext>(0);
}

GoParser::TypeArgsContext* GoParser::ParamContext::typeArgs() {
  return getRuleContext<GoParser::TypeArgsContext>(0);
}

GoParser::BracketTypeContext* GoParser::ParamContext::bracketType() {
  return getRuleContext<GoParser::BracketTypeContext>(0);
}

GoParser::TypeLitContext* GoParser::ParamContext::typeLit() {
  return getRuleContext<GoParser::TypeLitContext>(0);
}


size_t GoParser::ParamContext::getRuleIndex() const {
  return GoParser::RuleParam;
}


GoParser::ParamContext* GoParser::param() {
  ParamContext *_localctx = _tracker.createInstance<ParamContext>(_ctx, getState());
  enterRule(_localctx, 78, GoParser::RuleParam);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(555);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case GoParser::NAME: {
        enterOuterAlt(_localctx, 1);
        setState(541);
        match(GoParser::NAME);
        setState(550);
        _errHandler->sync(this);
        switch (_input->LA(1)) {
          case GoParser::DOT: {
            setState(542);
            match(GoParser::DOT);
            setState(543);
            match(GoParser::NAME);
            setState(545);
            _errHandler->sync(this);

            _la = _input->LA(1);
            if (_la == GoParser::LBRACK) {
              setState(544);
              typeArgs();
            }
            break;
          }

          case GoParser::LBRACK: {
            setState(547);
            arrayOrArgs();
            break;
          }

          case GoParser::CHAN:
          case GoParser::FUNC:
          case GoParser::INTERFACE:
          case GoParser::MAP:
          case GoParser::STRUCT:
          case GoParser::LPAREN:
          case GoParser::ARROW:
          case GoParser::STAR:
          case GoParser::NAME: {
            setState(548);
            typeTail();
            break;
          }

          case GoParser::ELLIPSIS: {
            setState(549);
            variadic();
            break;
          }

          case GoParser::TRAILING_COMMA:
          case GoParser::RESULT_RPAREN:
          case GoParser::RPAREN:
          case GoParser::COMMA: {
            break;
          }

        default:
          break;
        }
        break;
      }

      case GoParser::ELLIPSIS: {
        enterOuterAlt(_localctx, 2);
        setState(552);
        variadic();
        break;
      }

      case GoParser::LBRACK: {
        enterOuterAlt(_localctx, 3);
        setState(553);
        bracketType();
        break;
      }

      case GoParser::CHAN:
      case GoParser::FUNC:
      case GoParser::INTERFACE:
      case GoParser::MAP:
      case GoParser::STRUCT:
      case GoParser::LPAREN:
      case GoParser::ARROW:
      case GoParser::STAR: {
        enterOuterAlt(_localctx, 4);
        setState(554);
        typeLit();
        break;
      }

    default:
      throw NoViableAltException(this);
    }

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- VariadicContext ------------------------------------------------------------------

GoParser::VariadicContext::VariadicContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

tree::TerminalNode* GoParser::VariadicContext::ELLIPSIS() {
  return getToken(GoParser::ELLIPSIS, 0);
}

GoParser::Type_Context* GoParser::VariadicContext::type_() {
  return getRuleContext<GoParser::Type_Context>(0);
}


size_t GoParser::VariadicContext::getRuleIndex() const {
  return GoParser::RuleVariadic;
}


GoParser::VariadicContext* GoParser::variadic() {
  VariadicContext *_localctx = _tracker.createInstance<VariadicContext>(_ctx, getState());
  enterRule(_localctx, 80, GoParser::RuleVariadic);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(557);
    match(GoParser::ELLIPSIS);
    setState(558);
    type_();

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- TparamsContext ------------------------------------------------------------------

GoParser::TparamsContext::TparamsContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

std::vector<GoParser::TparamContext *> GoParser::TparamsContext::tparam() {
  return getRuleContexts<GoParser::TparamContext>();
}

GoParser::TparamContext* GoParser::TparamsContext::tparam(size_t i) {
  return getRuleContext<GoParser::TparamContext>(i);
}

std::vector<tree::TerminalNode *> GoParser::TparamsContext::COMMA() {
  return getTokens(GoParser::COMMA);
}

tree::TerminalNode* GoParser::TparamsContext::COMMA(size_t i) {
  return getToken(GoParser::COMMA, i);
}

tree::TerminalNode* GoParser::TparamsContext::TRAILING_COMMA() {
  return getToken(GoParser::TRAILING_COMMA, 0);
}


size_t GoParser::TparamsContext::getRuleIndex() const {
  return GoParser::RuleTparams;
}


GoParser::TparamsContext* GoParser::tparams() {
  TparamsContext *_localctx = _tracker.createInstance<TparamsContext>(_ctx, getState());
  enterRule(_localctx, 82, GoParser::RuleTparams);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(560);
    tparam();
    setState(565);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while (_la == GoParser::COMMA) {
      setState(561);
      match(GoParser::COMMA);
      setState(562);
      tparam();
      setState(567);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }
    setState(569);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == GoParser::TRAILING_COMMA) {
      setState(568);
      match(GoParser::TRAILING_COMMA);
    }

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- TparamContext ------------------------------------------------------------------

GoParser::TparamContext::TparamContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

tree::TerminalNode* GoParser::TparamContext::NAME() {
  return getToken(GoParser::NAME, 0);
}

GoParser::TypeUnionContext* GoParser::TparamContext::typeUnion() {
  return getRuleContext<GoParser::TypeUnionContext>(0);
}


size_t GoParser::TparamContext::getRuleIndex() const {
  return GoParser::RuleTparam;
}


GoParser::TparamContext* GoParser::tparam() {
  TparamContext *_localctx = _tracker.createInstance<TparamContext>(_ctx, getState());
  enterRule(_localctx, 84, GoParser::RuleTparam);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(571);
    match(GoParser::NAME);
    setState(573);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (((((_la - 11) & ~ 0x3fULL) == 0) &&
      ((1ULL << (_la - 11)) & ((1ULL << (GoParser::CHAN - 11))
      | (1ULL << (GoParser::FUNC - 11))
      | (1ULL << (GoParser::INTERFACE - 11))
      | (1ULL << (GoParser::MAP - 11))
      | (1ULL << (GoParser::STRUCT - 11))
      | (1ULL << (GoParser::LPAREN - 11))
      | (1ULL << (GoParser::LBRACK - 11))
      | (1ULL << (GoParser::ARROW - 11))
      | (1ULL << (GoParser::STAR - 11))
      | (1ULL << (GoParser::TILDE - 11))
      | (1ULL << (GoParser::NAME - 11)))) != 0)) {
      setState(572);
      typeUnion();
    }

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- ExprListContext ------------------------------------------------------------------

GoParser::ExprListContext::ExprListContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

std::vector<GoParser::ExprContext *> GoParser::ExprListContext::expr() {
  return getRuleContexts<GoParser::ExprContext>();
}

GoParser::ExprContext* GoParser::ExprListContext::expr(size_t i) {
  return getRuleContext<GoParser::ExprContext>(i);
}

std::vector<tree::TerminalNode *> GoParser::ExprListContext::COMMA() {
  return getTokens(GoParser::COMMA);
}

tree::TerminalNode* GoParser::ExprListContext::COMMA(size_t i) {
  return getToken(GoParser::COMMA, i);
}


size_t GoParser::ExprListContext::getRuleIndex() const {
  return GoParser::RuleExprList;
}


GoParser::ExprListContext* GoParser::exprList() {
  ExprListContext *_localctx = _tracker.createInstance<ExprListContext>(_ctx, getState());
  enterRule(_localctx, 86, GoParser::RuleExprList);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(575);
    expr();
    setState(580);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while (_la == GoParser::COMMA) {
      setState(576);
      match(GoParser::COMMA);
      setState(577);
      expr();
      setState(582);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- ExprContext ------------------------------------------------------------------

GoParser::ExprContext::ExprContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

std::vector<GoParser::UnaryExprContext *> GoParser::ExprContext::unaryExpr() {
  return getRuleContexts<GoParser::UnaryExprContext>();
}

GoParser::UnaryExprContext* GoParser::ExprContext::unaryExpr(size_t i) {
  return getRuleContext<GoParser::UnaryExprContext>(i);
}

std::vector<tree::TerminalNode *> GoParser::ExprContext::LOR() {
  return getTokens(GoParser::LOR);
}

tree::TerminalNode* GoParser::ExprContext::LOR(size_t i) {
  return getToken(GoParser::LOR, i);
}

std::vector<tree::TerminalNode *> GoParser::ExprContext::LAND() {
  return getTokens(GoParser::LAND);
}

tree::TerminalNode* GoParser::ExprContext::LAND(size_t i) {
  return getToken(GoParser::LAND, i);
}

std::vector<tree::TerminalNode *> GoParser::ExprContext::EQL() {
  return getTokens(GoParser::EQL);
}

tree::TerminalNode* GoParser::ExprContext::EQL(size_t i) {
  return getToken(GoParser::EQL, i);
}

std::vector<tree::TerminalNode *> GoParser::ExprContext::NEQ() {
  return getTokens(GoParser::NEQ);
}

tree::TerminalNode* GoParser::ExprContext::NEQ(size_t i) {
  return getToken(GoParser::NEQ, i);
}

std::vector<tree::TerminalNode *> GoParser::ExprContext::LSS() {
  return getTokens(GoParser::LSS);
}

tree::TerminalNode* GoParser::ExprContext::LSS(size_t i) {
  return getToken(GoParser::LSS, i);
}

std::vector<tree::TerminalNode *> GoParser::ExprContext::LEQ() {
  return getTokens(GoParser::LEQ);
}

tree::TerminalNode* GoParser::ExprContext::LEQ(size_t i) {
  return getToken(GoParser::LEQ, i);
}

std::vector<tree::TerminalNode *> GoParser::ExprContext::GTR() {
  return getTokens(GoParser::GTR);
}

tree::TerminalNode* GoParser::ExprContext::GTR(size_t i) {
  return getToken(GoParser::GTR, i);
}

std::vector<tree::TerminalNode *> GoParser::ExprContext::GEQ() {
  return getTokens(GoParser::GEQ);
}

tree::TerminalNode* GoParser::ExprContext::GEQ(size_t i) {
  return getToken(GoParser::GEQ, i);
}

std::vector<tree::TerminalNode *> GoParser::ExprContext::PLUS() {
  return getTokens(GoParser::PLUS);
}

tree::TerminalNode* GoParser::ExprContext::PLUS(size_t i) {
  return getToken(GoParser::PLUS, i);
}

std::vector<tree::TerminalNode *> GoParser::ExprContext::MINUS() {
  return getTokens(GoParser::MINUS);
}

tree::TerminalNode* GoParser::ExprContext::MINUS(size_t i) {
  return getToken(GoParser::MINUS, i);
}

std::vector<tree::TerminalNode *> GoParser::ExprContext::OR() {
  return getTokens(GoParser::OR);
}

tree::TerminalNode* GoParser::ExprContext::OR(size_t i) {
  return getToken(GoParser::OR, i);
}

std::vector<tree::TerminalNode *> GoParser::ExprContext::CARET() {
  return getTokens(GoParser::CARET);
}

tree::TerminalNode* GoParser::ExprContext::CARET(size_t i) {
  return getToken(GoParser::CARET, i);
}

std::vector<tree::TerminalNode *> GoParser::ExprContext::STAR() {
  return getTokens(GoParser::STAR);
}

tree::TerminalNode* GoParser::ExprContext::STAR(size_t i) {
  return getToken(GoParser::STAR, i);
}

std::vector<tree::TerminalNode *> GoParser::ExprContext::SLASH() {
  return getTokens(GoParser::SLASH);
}

tree::TerminalNode* GoParser::ExprContext::SLASH(size_t i) {
  return getToken(GoParser::SLASH, i);
}

std::vector<tree::TerminalNode *> GoParser::ExprContext::PERCENT() {
  return getTokens(GoParser::PERCENT);
}

tree::TerminalNode* GoParser::ExprContext::PERCENT(size_t i) {
  return getToken(GoParser::PERCENT, i);
}

std::vector<tree::TerminalNode *> GoParser::ExprContext::SHL() {
  return getTokens(GoParser::SHL);
}

tree::TerminalNode* GoParser::ExprContext::SHL(size_t i) {
  return getToken(GoParser::SHL, i);
}

std::vector<tree::TerminalNode *> GoParser::ExprContext::SHR() {
  return getTokens(GoParser::SHR);
}

tree::TerminalNode* GoParser::ExprContext::SHR(size_t i) {
  return getToken(GoParser::SHR, i);
}

std::vector<tree::TerminalNode *> GoParser::ExprContext::AMP() {
  return getTokens(GoParser::AMP);
}

tree::TerminalNode* GoParser::ExprContext::AMP(size_t i) {
  return getToken(GoParser::AMP, i);
}

std::vector<tree::TerminalNode *> GoParser::ExprContext::AND_NOT() {
  return getTokens(GoParser::AND_NOT);
}

tree::TerminalNode* GoParser::ExprContext::AND_NOT(size_t i) {
  return getToken(GoParser::AND_NOT, i);
}


size_t GoParser::ExprContext::getRuleIndex() const {
  return GoParser::RuleExpr;
}


GoParser::ExprContext* GoParser::expr() {
  ExprContext *_localctx = _tracker.createInstance<ExprContext>(_ctx, getState());
  enterRule(_localctx, 88, GoParser::RuleExpr);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(583);
    unaryExpr();
    setState(588);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while (((((_la - 50) & ~ 0x3fULL) == 0) &&
      ((1ULL << (_la - 50)) & ((1ULL << (GoParser::LOR - 50))
      | (1ULL << (GoParser::LAND - 50))
      | (1ULL << (GoParser::EQL - 50))
      | (1ULL << (GoParser::NEQ - 50))
      | (1ULL << (GoParser::LSS - 50))
      | (1ULL << (GoParser::LEQ - 50))
      | (1ULL << (GoParser::GTR - 50))
      | (1ULL << (GoParser::GEQ - 50))
      | (1ULL << (GoParser::PLUS - 50))
      | (1ULL << (GoParser::MINUS - 50))
      | (1ULL << (GoParser::OR - 50))
      | (1ULL << (GoParser::CARET - 50))
      | (1ULL << (GoParser::STAR - 50))
      | (1ULL << (GoParser::SLASH - 50))
      | (1ULL << (GoParser::PERCENT - 50))
      | (1ULL << (GoParser::SHL - 50))
      | (1ULL << (GoParser::SHR - 50))
      | (1ULL << (GoParser::AMP - 50))
      | (1ULL << (GoParser::AND_NOT - 50)))) != 0)) {
      setState(584);
      _la = _input->LA(1);
      if (!(((((_la - 50) & ~ 0x3fULL) == 0) &&
        ((1ULL << (_la - 50)) & ((1ULL << (GoParser::LOR - 50))
        | (1ULL << (GoParser::LAND - 50))
        | (1ULL << (GoParser::EQL - 50))
        | (1ULL << (GoParser::NEQ - 50))
        | (1ULL << (GoParser::LSS - 50))
        | (1ULL << (GoParser::LEQ - 50))
        | (1ULL << (GoParser::GTR - 50))
        | (1ULL << (GoParser::GEQ - 50))
        | (1ULL << (GoParser::PLUS - 50))
        | (1ULL << (GoParser::MINUS - 50))
        | (1ULL << (GoParser::OR - 50))
        | (1ULL << (GoParser::CARET - 50))
        | (1ULL << (GoParser::STAR - 50))
        | (1ULL << (GoParser::SLASH - 50))
        | (1ULL << (GoParser::PERCENT - 50))
        | (1ULL << (GoParser::SHL - 50))
        | (1ULL << (GoParser::SHR - 50))
        | (1ULL << (GoParser::AMP - 50))
        | (1ULL << (GoParser::AND_NOT - 50)))) != 0))) {
      _errHandler->recoverInline(this);
      }
      else {
        _errHandler->reportMatch(this);
        consume();
      }
      setState(585);
      unaryExpr();
      setState(590);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- UnaryExprContext ------------------------------------------------------------------

GoParser::UnaryExprContext::UnaryExprContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

GoParser::LitTypeContext* GoParser::UnaryExprContext::litType() {
  return getRuleContext<GoParser::LitTypeContext>(0);
}

tree::TerminalNode* GoParser::UnaryExprContext::FUNC() {
  return getToken(GoParser::FUNC, 0);
}

GoParser::SignatureContext* GoParser::UnaryExprContext::signature() {
  return getRuleContext<GoParser::SignatureContext>(0);
}

std::vector<tree::TerminalNode *> GoParser::UnaryExprContext::PLUS() {
  return getTokens(GoParser::PLUS);
}

tree::TerminalNode* GoParser::UnaryExprContext::PLUS(size_t i) {
  return getToken(GoParser::PLUS, i);
}

std::vector<tree::TerminalNode *> GoParser::UnaryExprContext::MINUS() {
  return getTokens(GoParser::MINUS);
}

tree::TerminalNode* GoParser::UnaryExprContext::MINUS(size_t i) {
  return getToken(GoParser::MINUS, i);
}

std::vector<tree::TerminalNode *> GoParser::UnaryExprContext::NOT() {
  return getTokens(GoParser::NOT);
}

tree::TerminalNode* GoParser::UnaryExprContext::NOT(size_t i) {
  return getToken(GoParser::NOT, i);
}

std::vector<tree::TerminalNode *> GoParser::UnaryExprContext::CARET() {
  return getTokens(GoParser::CARET);
}

tree::TerminalNode* GoParser::UnaryExprContext::CARET(size_t i) {
  return getToken(GoParser::CARET, i);
}

std::vector<tree::TerminalNode *> GoParser::UnaryExprContext::STAR() {
  return getTokens(GoParser::STAR);
}

tree::TerminalNode* GoParser::UnaryExprContext::STAR(size_t i) {
  return getToken(GoParser::STAR, i);
}

std::vector<tree::TerminalNode *> GoParser::UnaryExprContext::AMP() {
  return getTokens(GoParser::AMP);
}

tree::TerminalNode* GoParser::UnaryExprContext::AMP(size_t i) {
  return getToken(GoParser::AMP, i);
}

std::vector<tree::TerminalNode *> GoParser::UnaryExprContext::ARROW() {
  return getTokens(GoParser::ARROW);
}

tree::TerminalNode* GoParser::UnaryExprContext::ARROW(size_t i) {
  return getToken(GoParser::ARROW, i);
}

std::vector<tree::TerminalNode *> GoParser::UnaryExprContext::TILDE() {
  return getTokens(GoParser::TILDE);
}

tree::TerminalNode* GoParser::UnaryExprContext::TILDE(size_t i) {
  return getToken(GoParser::TILDE, i);
}

GoParser::OperandContext* GoParser::UnaryExprContext::operand() {
  return getRuleContext<GoParser::OperandContext>(0);
}

GoParser::StructTypeContext* GoParser::UnaryExprContext::structType() {
  return getRuleContext<GoParser::StructTypeContext>(0);
}

GoParser::InterfaceTypeContext* GoParser::UnaryExprContext::interfaceType() {
  return getRuleContext<GoParser::InterfaceTypeContext>(0);
}

std::vector<GoParser::SuffixContext *> GoParser::UnaryExprContext::suffix() {
  return getRuleContexts<GoParser::SuffixContext>();
}

GoParser::SuffixContext* GoParser::UnaryExprContext::suffix(size_t i) {
  return getRuleContext<GoParser::SuffixContext>(i);
}

GoParser::FuncBodyContext* GoParser::UnaryExprContext::funcBody() {
  return getRuleContext<GoParser::FuncBodyContext>(0);
}

GoParser::LitValueContext* GoParser::UnaryExprContext::litValue() {
  return getRuleContext<GoParser::LitValueContext>(0);
}

GoParser::ArgumentsContext* GoParser::UnaryExprContext::arguments() {
  return getRuleContext<GoParser::ArgumentsContext>(0);
}


size_t GoParser::UnaryExprContext::getRuleIndex() const {
  return GoParser::RuleUnaryExpr;
}


GoParser::UnaryExprContext* GoParser::unaryExpr() {
  UnaryExprContext *_localctx = _tracker.createInstance<UnaryExprContext>(_ctx, getState());
  enterRule(_localctx, 90, GoParser::RuleUnaryExpr);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(594);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while (((((_la - 49) & ~ 0x3fULL) == 0) &&
      ((1ULL << (_la - 49)) & ((1ULL << (GoParser::ARROW - 49))
      | (1ULL << (GoParser::PLUS - 49))
      | (1ULL << (GoParser::MINUS - 49))
      | (1ULL << (GoParser::CARET - 49))
      | (1ULL << (GoParser::STAR - 49))
      | (1ULL << (GoParser::AMP - 49))
      | (1ULL << (GoParser::NOT - 49))
      | (1ULL << (GoParser::TILDE - 49)))) != 0)) {
      setState(591);
      _la = _input->LA(1);
      if (!(((((_la - 49) & ~ 0x3fULL) == 0) &&
        ((1ULL << (_la - 49)) & ((1ULL << (GoParser::ARROW - 49))
        | (1ULL << (GoParser::PLUS - 49))
        | (1ULL << (GoParser::MINUS - 49))
        | (1ULL << (GoParser::CARET - 49))
        | (1ULL << (GoParser::STAR - 49))
        | (1ULL << (GoParser::AMP - 49))
        | (1ULL << (GoParser::NOT - 49))
        | (1ULL << (GoParser::TILDE - 49)))) != 0))) {
      _errHandler->recoverInline(this);
      }
      else {
        _errHandler->reportMatch(this);
        consume();
      }
      setState(596);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }
    setState(642);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case GoParser::INTERFACE:
      case GoParser::STRUCT:
      case GoParser::LPAREN:
      case GoParser::NAME:
      case GoParser::NUMBER:
      case GoParser::CHAR:
      case GoParser::STRING: {
        setState(600);
        _errHandler->sync(this);
        switch (_input->LA(1)) {
          case GoParser::LPAREN:
          case GoParser::NAME:
          case GoParser::NUMBER:
          case GoParser::CHAR:
          case GoParser::STRING: {
            setState(597);
            operand();
            break;
          }

          case GoParser::STRUCT: {
            setState(598);
            structType();
            break;
          }

          case GoParser::INTERFACE: {
            setState(599);
            interfaceType();
            break;
          }

        default:
          throw NoViableAltException(this);
        }
        setState(605);
        _errHandler->sync(this);
        _la = _input->LA(1);
        while ((((_la & ~ 0x3fULL) == 0) &&
          ((1ULL << _la) & ((1ULL << GoParser::LPAREN)
          | (1ULL << GoParser::LBRACK)
          | (1ULL << GoParser::LBRACE)
          | (1ULL << GoParser::DOT))) != 0)) {
          setState(602);
          suffix();
          setState(607);
          _errHandler->sync(this);
          _la = _input->LA(1);
        }
        break;
      }

      case GoParser::CHAN:
      case GoParser::MAP:
      case GoParser::LBRACK: {
        setState(608);
        litType();
        setState(619);
        _errHandler->sync(this);

        _la = _input->LA(1);
        if (_la == GoParser::LPAREN

        || _la == GoParser::LBRACE) {
          setState(611);
          _errHandler->sync(this);
          switch (_input->LA(1)) {
            case GoParser::LBRACE: {
              setState(609);
              litValue();
              break;
            }

            case GoParser::LPAREN: {
              setState(610);
              arguments();
              break;
            }

          default:
            throw NoViableAltException(this);
          }
          setState(616);
          _errHandler->sync(this);
          _la = _input->LA(1);
          while ((((_la & ~ 0x3fULL) == 0) &&
            ((1ULL << _la) & ((1ULL << GoParser::LPAREN)
            | (1ULL << GoParser::LBRACK)
            | (1ULL << GoParser::LBRACE)
            | (1ULL << GoParser::DOT))) != 0)) {
            setState(613);
            suffix();
            setState(618);
            _errHandler->sync(this);
            _la = _input->LA(1);
          }
        }
        break;
      }

      case GoParser::FUNC: {
        setState(621);
        match(GoParser::FUNC);
        setState(622);
        signature();
        setState(640);
        _errHandler->sync(this);
        switch (_input->LA(1)) {
          case GoParser::FUNC_BODY: {
            setState(623);
            funcBody();
            setState(627);
            _errHandler->sync(this);
            _la = _input->LA(1);
            while ((((_la & ~ 0x3fULL) == 0) &&
              ((1ULL << _la) & ((1ULL << GoParser::LPAREN)
              | (1ULL << GoParser::LBRACK)
              | (1ULL << GoParser::LBRACE)
              | (1ULL << GoParser::DOT))) != 0)) {
              setState(624);
              suffix();
              setState(629);
              _errHandler->sync(this);
              _la = _input->LA(1);
            }
            break;
          }

          case GoParser::LPAREN:
          case GoParser::LBRACE: {
            setState(632);
            _errHandler->sync(this);
            switch (_input->LA(1)) {
              case GoParser::LBRACE: {
                setState(630);
                litValue();
                break;
              }

              case GoParser::LPAREN: {
                setState(631);
                arguments();
                break;
              }

            default:
              throw NoViableAltException(this);
            }
            setState(637);
            _errHandler->sync(this);
            _la = _input->LA(1);
            while ((((_la & ~ 0x3fULL) == 0) &&
              ((1ULL << _la) & ((1ULL << GoParser::LPAREN)
              | (1ULL << GoParser::LBRACK)
              | (1ULL << GoParser::LBRACE)
              | (1ULL << GoParser::DOT))) != 0)) {
              setState(634);
              suffix();
              setState(639);
              _errHandler->sync(this);
              _la = _input->LA(1);
            }
            break;
          }

          case GoParser::EOF:
          case GoParser::HEADER_BODY:
          case GoParser::TRAILING_COMMA:
          case GoParser::TRAILING_SEMI:
          case GoParser::CASE:
          case GoParser::DEFAULT:
          case GoParser::RPAREN:
          case GoParser::RBRACK:
          case GoParser::RBRACE:
          case GoParser::COMMA:
          case GoParser::SEMI:
          case GoParser::COLON:
          case GoParser::ELLIPSIS:
          case GoParser::ASSIGN:
          case GoParser::DEFINE:
          case GoParser::INC:
          case GoParser::DEC:
          case GoParser::ARROW:
          case GoParser::LOR:
          case GoParser::LAND:
          case GoParser::EQL:
          case GoParser::NEQ:
          case GoParser::LSS:
          case GoParser::LEQ:
          case GoParser::GTR:
          case GoParser::GEQ:
          case GoParser::PLUS:
          case GoParser::MINUS:
          case GoParser::OR:
          case GoParser::CARET:
          case GoParser::STAR:
          case GoParser::SLASH:
          case GoParser::PERCENT:
          case GoParser::SHL:
          case GoParser::SHR:
          case GoParser::AMP:
          case GoParser::AND_NOT:
          case GoParser::ASSIGN_OP: {
            break;
          }

        default:
          break;
        }
        break;
      }

    default:
      throw NoViableAltException(this);
    }

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- OperandContext ------------------------------------------------------------------

GoParser::OperandContext::OperandContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

tree::TerminalNode* GoParser::OperandContext::NAME() {
  return getToken(GoParser::NAME, 0);
}

tree::TerminalNode* GoParser::OperandContext::NUMBER() {
  return getToken(GoParser::NUMBER, 0);
}

tree::TerminalNode* GoParser::OperandContext::CHAR() {
  return getToken(GoParser::CHAR, 0);
}

tree::TerminalNode* GoParser::OperandContext::STRING() {
  return getToken(GoParser::STRING, 0);
}

tree::TerminalNode* GoParser::OperandContext::LPAREN() {
  return getToken(GoParser::LPAREN, 0);
}

GoParser::ExprContext* GoParser::OperandContext::expr() {
  return getRuleContext<GoParser::ExprContext>(0);
}

tree::TerminalNode* GoParser::OperandContext::RPAREN() {
  return getToken(GoParser::RPAREN, 0);
}


size_t GoParser::OperandContext::getRuleIndex() const {
  return GoParser::RuleOperand;
}


GoParser::OperandContext* GoParser::operand() {
  OperandContext *_localctx = _tracker.createInstance<OperandContext>(_ctx, getState());
  enterRule(_localctx, 92, GoParser::RuleOperand);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(652);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case GoParser::NAME: {
        enterOuterAlt(_localctx, 1);
        setState(644);
        match(GoParser::NAME);
        break;
      }

      case GoParser::NUMBER: {
        enterOuterAlt(_localctx, 2);
        setState(645);
        match(GoParser::NUMBER);
        break;
      }

      case GoParser::CHAR: {
        enterOuterAlt(_localctx, 3);
        setState(646);
        match(GoParser::CHAR);
        break;
      }

      case GoParser::STRING: {
        enterOuterAlt(_localctx, 4);
        setState(647);
        match(GoParser::STRING);
        break;
      }

      case GoParser::LPAREN: {
        enterOuterAlt(_localctx, 5);
        setState(648);
        match(GoParser::LPAREN);
        setState(649);
        expr();
        setState(650);
        match(GoParser::RPAREN);
        break;
      }

    default:
      throw NoViableAltException(this);
    }

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- LiteralContext ------------------------------------------------------------------

GoParser::LiteralContext::LiteralContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

tree::TerminalNode* GoParser::LiteralContext::NUMBER() {
  return getToken(GoParser::NUMBER, 0);
}

tree::TerminalNode* GoParser::LiteralContext::CHAR() {
  return getToken(GoParser::CHAR, 0);
}

tree::TerminalNode* GoParser::LiteralContext::STRING() {
  return getToken(GoParser::STRING, 0);
}


size_t GoParser::LiteralContext::getRuleIndex() const {
  return GoParser::RuleLiteral;
}


GoParser::LiteralContext* GoParser::literal() {
  LiteralContext *_localctx = _tracker.createInstance<LiteralContext>(_ctx, getState());
  enterRule(_localctx, 94, GoParser::RuleLiteral);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(654);
    _la = _input->LA(1);
    if (!(((((_la - 73) & ~ 0x3fULL) == 0) &&
      ((1ULL << (_la - 73)) & ((1ULL << (GoParser::NUMBER - 73))
      | (1ULL << (GoParser::CHAR - 73))
      | (1ULL << (GoParser::STRING - 73)))) != 0))) {
    _errHandler->recoverInline(this);
    }
    else {
      _errHandler->reportMatch(this);
      consume();
    }

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- LitTypeContext ------------------------------------------------------------------

GoParser::LitTypeContext::LitTypeContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

GoParser::BracketTypeContext* GoParser::LitTypeContext::bracketType() {
  return getRuleContext<GoParser::BracketTypeContext>(0);
}

GoParser::MapTypeContext* GoParser::LitTypeContext::mapType() {
  return getRuleContext<GoParser::MapTypeContext>(0);
}

GoParser::ChanTypeContext* GoParser::LitTypeContext::chanType() {
  return getRuleContext<GoParser::ChanTypeContext>(0);
}


size_t GoParser::LitTypeContext::getRuleIndex() const {
  return GoParser::RuleLitType;
}


GoParser::LitTypeContext* GoParser::litType() {
  LitTypeContext *_localctx = _tracker.createInstance<LitTypeContext>(_ctx, getState());
  enterRule(_localctx, 96, GoParser::RuleLitType);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(659);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case GoParser::LBRACK: {
        enterOuterAlt(_localctx, 1);
        setState(656);
        bracketType();
        break;
      }

      case GoParser::MAP: {
        enterOuterAlt(_localctx, 2);
        setState(657);
        mapType();
        break;
      }

      case GoParser::CHAN: {
        enterOuterAlt(_localctx, 3);
        setState(658);
        chanType();
        break;
      }

    default:
      throw NoViableAltException(this);
    }

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- SuffixContext ------------------------------------------------------------------

GoParser::SuffixContext::SuffixContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

GoParser::SelectorContext* GoParser::SuffixContext::selector() {
  return getRuleContext<GoParser::SelectorContext>(0);
}

GoParser::IndexContext* GoParser::SuffixContext::index() {
  return getRuleContext<GoParser::IndexContext>(0);
}

GoParser::ArgumentsContext* GoParser::SuffixContext::arguments() {
  return getRuleContext<GoParser::ArgumentsContext>(0);
}

GoParser::LitValueContext* GoParser::SuffixContext::litValue() {
  return getRuleContext<GoParser::LitValueContext>(0);
}


size_t GoParser::SuffixContext::getRuleIndex() const {
  return GoParser::RuleSuffix;
}


GoParser::SuffixContext* GoParser::suffix() {
  SuffixContext *_localctx = _tracker.createInstance<SuffixContext>(_ctx, getState());
  enterRule(_localctx, 98, GoParser::RuleSuffix);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(665);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case GoParser::DOT: {
        enterOuterAlt(_localctx, 1);
        setState(661);
        selector();
        break;
      }

      case GoParser::LBRACK: {
        enterOuterAlt(_localctx, 2);
        setState(662);
        index();
        break;
      }

      case GoParser::LPAREN: {
        enterOuterAlt(_localctx, 3);
        setState(663);
        arguments();
        break;
      }

      case GoParser::LBRACE: {
        enterOuterAlt(_localctx, 4);
        setState(664);
        litValue();
        break;
      }

    default:
      throw NoViableAltException(this);
    }

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- SelectorContext ------------------------------------------------------------------

GoParser::SelectorContext::SelectorContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

tree::TerminalNode* GoParser::SelectorContext::DOT() {
  return getToken(GoParser::DOT, 0);
}

tree::TerminalNode* GoParser::SelectorContext::NAME() {
  return getToken(GoParser::NAME, 0);
}

tree::TerminalNode* GoParser::SelectorContext::LPAREN() {
  return getToken(GoParser::LPAREN, 0);
}

tree::TerminalNode* GoParser::SelectorContext::RPAREN() {
  return getToken(GoParser::RPAREN, 0);
}

tree::TerminalNode* GoParser::SelectorContext::TYPE() {
  return getToken(GoParser::TYPE, 0);
}

GoParser::Type_Context* GoParser::SelectorContext::type_() {
  return getRuleContext<GoParser::Type_Context>(0);
}


size_t GoParser::SelectorContext::getRuleIndex() const {
  return GoParser::RuleSelector;
}


GoParser::SelectorContext* GoParser::selector() {
  SelectorContext *_localctx = _tracker.createInstance<SelectorContext>(_ctx, getState());
  enterRule(_localctx, 100, GoParser::RuleSelector);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(667);
    match(GoParser::DOT);
    setState(675);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case GoParser::NAME: {
        setState(668);
        match(GoParser::NAME);
        break;
      }

      case GoParser::LPAREN: {
        setState(669);
        match(GoParser::LPAREN);
        setState(672);
        _errHandler->sync(this);
        switch (_input->LA(1)) {
          case GoParser::TYPE: {
            setState(670);
            match(GoParser::TYPE);
            break;
          }

          case GoParser::CHAN:
          case GoParser::FUNC:
          case GoParser::INTERFACE:
          case GoParser::MAP:
          case GoParser::STRUCT:
          case GoParser::LPAREN:
          case GoParser::LBRACK:
          case GoParser::ARROW:
          case GoParser::STAR:
          case GoParser::NAME: {
            setState(671);
            type_();
            break;
          }

        default:
          throw NoViableAltException(this);
        }
        setState(674);
        match(GoParser::RPAREN);
        break;
      }

    default:
      throw NoViableAltException(this);
    }

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- IndexContext ------------------------------------------------------------------

GoParser::IndexContext::IndexContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

tree::TerminalNode* GoParser::IndexContext::LBRACK() {
  return getToken(GoParser::LBRACK, 0);
}

tree::TerminalNode* GoParser::IndexContext::RBRACK() {
  return getToken(GoParser::RBRACK, 0);
}

std::vector<GoParser::ExprContext *> GoParser::IndexContext::expr() {
  return getRuleContexts<GoParser::ExprContext>();
}

GoParser::ExprContext* GoParser::IndexContext::expr(size_t i) {
  return getRuleContext<GoParser::ExprContext>(i);
}

GoParser::SliceTailContext* GoParser::IndexContext::sliceTail() {
  return getRuleContext<GoParser::SliceTailContext>(0);
}

std::vector<tree::TerminalNode *> GoParser::IndexContext::COMMA() {
  return getTokens(GoParser::COMMA);
}

tree::TerminalNode* GoParser::IndexContext::COMMA(size_t i) {
  return getToken(GoParser::COMMA, i);
}

tree::TerminalNode* GoParser::IndexContext::TRAILING_COMMA() {
  return getToken(GoParser::TRAILING_COMMA, 0);
}


size_t GoParser::IndexContext::getRuleIndex() const {
  return GoParser::RuleIndex;
}


GoParser::IndexContext* GoParser::index() {
  IndexContext *_localctx = _tracker.createInstance<IndexContext>(_ctx, getState());
  enterRule(_localctx, 102, GoParser::RuleIndex);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(677);
    match(GoParser::LBRACK);
    setState(693);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case GoParser::CHAN:
      case GoParser::FUNC:
      case GoParser::INTERFACE:
      case GoParser::MAP:
      case GoParser::STRUCT:
      case GoParser::LPAREN:
      case GoParser::LBRACK:
      case GoParser::ARROW:
      case GoParser::PLUS:
      case GoParser::MINUS:
      case GoParser::CARET:
      case GoParser::STAR:
      case GoParser::AMP:
      case GoParser::NOT:
      case GoParser::TILDE:
      case GoParser::NAME:
      case GoParser::NUMBER:
      case GoParser::CHAR:
      case GoParser::STRING: {
        setState(678);
        expr();
        setState(690);
        _errHandler->sync(this);
        switch (_input->LA(1)) {
          case GoParser::TRAILING_COMMA:
          case GoParser::RBRACK:
          case GoParser::COMMA: {
            setState(683);
            _errHandler->sync(this);
            _la = _input->LA(1);
            while (_la == GoParser::COMMA) {
              setState(679);
              match(GoParser::COMMA);
              setState(680);
              expr();
              setState(685);
              _errHandler->sync(this);
              _la = _input->LA(1);
            }
            setState(687);
            _errHandler->sync(this);

            _la = _input->LA(1);
            if (_la == GoParser::TRAILING_COMMA) {
              setState(686);
              match(GoParser::TRAILING_COMMA);
            }
            break;
          }

          case GoParser::COLON: {
            setState(689);
            sliceTail();
            break;
          }

        default:
          throw NoViableAltException(this);
        }
        break;
      }

      case GoParser::COLON: {
        setState(692);
        sliceTail();
        break;
      }

    default:
      throw NoViableAltException(this);
    }
    setState(695);
    match(GoParser::RBRACK);

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- SliceTailContext ------------------------------------------------------------------

GoParser::SliceTailContext::SliceTailContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

std::vector<tree::TerminalNode *> GoParser::SliceTailContext::COLON() {
  return getTokens(GoParser::COLON);
}

tree::TerminalNode* GoParser::SliceTailContext::COLON(size_t i) {
  return getToken(GoParser::COLON, i);
}

std::vector<GoParser::ExprContext *> GoParser::SliceTailContext::expr() {
  return getRuleContexts<GoParser::ExprContext>();
}

GoParser::ExprContext* GoParser::SliceTailContext::expr(size_t i) {
  return getRuleContext<GoParser::ExprContext>(i);
}


size_t GoParser::SliceTailContext::getRuleIndex() const {
  return GoParser::RuleSliceTail;
}


GoParser::SliceTailContext* GoParser::sliceTail() {
  SliceTailContext *_localctx = _tracker.createInstance<SliceTailContext>(_ctx, getState());
  enterRule(_localctx, 104, GoParser::RuleSliceTail);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(697);
    match(GoParser::COLON);
    setState(699);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if ((((_la & ~ 0x3fULL) == 0) &&
      ((1ULL << _la) & ((1ULL << GoParser::CHAN)
      | (1ULL << GoParser::FUNC)
      | (1ULL << GoParser::INTERFACE)
      | (1ULL << GoParser::MAP)
      | (1ULL << GoParser::STRUCT)
      | (1ULL << GoParser::LPAREN)
      | (1ULL << GoParser::LBRACK)
      | (1ULL << GoParser::ARROW)
      | (1ULL << GoParser::PLUS)
      | (1ULL << GoParser::MINUS)
      | (1ULL << GoParser::CARET)
      | (1ULL << GoParser::STAR))) != 0) || ((((_la - 67) & ~ 0x3fULL) == 0) &&
      ((1ULL << (_la - 67)) & ((1ULL << (GoParser::AMP - 67))
      | (1ULL << (GoParser::NOT - 67))
      | (1ULL << (GoParser::TILDE - 67))
      | (1ULL << (GoParser::NAME - 67))
      | (1ULL << (GoParser::NUMBER - 67))
      | (1ULL << (GoParser::CHAR - 67))
      | (1ULL << (GoParser::STRING - 67)))) != 0)) {
      setState(698);
      expr();
    }
    setState(705);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == GoParser::COLON) {
      setState(701);
      match(GoParser::COLON);
      setState(703);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if ((((_la & ~ 0x3fULL) == 0) &&
        ((1ULL << _la) & ((1ULL << GoParser::CHAN)
        | (1ULL << GoParser::FUNC)
        | (1ULL << GoParser::INTERFACE)
        | (1ULL << GoParser::MAP)
        | (1ULL << GoParser::STRUCT)
        | (1ULL << GoParser::LPAREN)
        | (1ULL << GoParser::LBRACK)
        | (1ULL << GoParser::ARROW)
        | (1ULL << GoParser::PLUS)
        | (1ULL << GoParser::MINUS)
        | (1ULL << GoParser::CARET)
        | (1ULL << GoParser::STAR))) != 0) || ((((_la - 67) & ~ 0x3fULL) == 0) &&
        ((1ULL << (_la - 67)) & ((1ULL << (GoParser::AMP - 67))
        | (1ULL << (GoParser::NOT - 67))
        | (1ULL << (GoParser::TILDE - 67))
        | (1ULL << (GoParser::NAME - 67))
        | (1ULL << (GoParser::NUMBER - 67))
        | (1ULL << (GoParser::CHAR - 67))
        | (1ULL << (GoParser::STRING - 67)))) != 0)) {
        setState(702);
        expr();
      }
    }

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- ArgumentsContext ------------------------------------------------------------------

GoParser::ArgumentsContext::ArgumentsContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

tree::TerminalNode* GoParser::ArgumentsContext::LPAREN() {
  return getToken(GoParser::LPAREN, 0);
}

tree::TerminalNode* GoParser::ArgumentsContext::RPAREN() {
  return getToken(GoParser::RPAREN, 0);
}

std::vector<GoParser::ExprContext *> GoParser::ArgumentsContext::expr() {
  return getRuleContexts<GoParser::ExprContext>();
}

GoParser::ExprContext* GoParser::ArgumentsContext::expr(size_t i) {
  return getRuleContext<GoParser::ExprContext>(i);
}

std::vector<tree::TerminalNode *> GoParser::ArgumentsContext::ELLIPSIS() {
  return getTokens(GoParser::ELLIPSIS);
}

tree::TerminalNode* GoParser::ArgumentsContext::ELLIPSIS(size_t i) {
  return getToken(GoParser::ELLIPSIS, i);
}

std::vector<tree::TerminalNode *> GoParser::ArgumentsContext::COMMA() {
  return getTokens(GoParser::COMMA);
}

tree::TerminalNode* GoParser::ArgumentsContext::COMMA(size_t i) {
  return getToken(GoParser::COMMA, i);
}

tree::TerminalNode* GoParser::ArgumentsContext::TRAILING_COMMA() {
  return getToken(GoParser::TRAILING_COMMA, 0);
}


size_t GoParser::ArgumentsContext::getRuleIndex() const {
  return GoParser::RuleArguments;
}


GoParser::ArgumentsContext* GoParser::arguments() {
  ArgumentsContext *_localctx = _tracker.createInstance<ArgumentsContext>(_ctx, getState());
  enterRule(_localctx, 106, GoParser::RuleArguments);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(707);
    match(GoParser::LPAREN);
    setState(725);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if ((((_la & ~ 0x3fULL) == 0) &&
      ((1ULL << _la) & ((1ULL << GoParser::CHAN)
      | (1ULL << GoParser::FUNC)
      | (1ULL << GoParser::INTERFACE)
      | (1ULL << GoParser::MAP)
      | (1ULL << GoParser::STRUCT)
      | (1ULL << GoParser::LPAREN)
      | (1ULL << GoParser::LBRACK)
      | (1ULL << GoParser::ARROW)
      | (1ULL << GoParser::PLUS)
      | (1ULL << GoParser::MINUS)
      | (1ULL << GoParser::CARET)
      | (1ULL << GoParser::STAR))) != 0) || ((((_la - 67) & ~ 0x3fULL) == 0) &&
      ((1ULL << (_la - 67)) & ((1ULL << (GoParser::AMP - 67))
      | (1ULL << (GoParser::NOT - 67))
      | (1ULL << (GoParser::TILDE - 67))
      | (1ULL << (GoParser::NAME - 67))
      | (1ULL << (GoParser::NUMBER - 67))
      | (1ULL << (GoParser::CHAR - 67))
      | (1ULL << (GoParser::STRING - 67)))) != 0)) {
      setState(708);
      expr();
      setState(710);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (_la == GoParser::ELLIPSIS) {
        setState(709);
        match(GoParser::ELLIPSIS);
      }
      setState(719);
      _errHandler->sync(this);
      _la = _input->LA(1);
      while (_la == GoParser::COMMA) {
        setState(712);
        match(GoParser::COMMA);
        setState(713);
        expr();
        setState(715);
        _errHandler->sync(this);

        _la = _input->LA(1);
        if (_la == GoParser::ELLIPSIS) {
          setState(714);
          match(GoParser::ELLIPSIS);
        }
        setState(721);
        _errHandler->sync(this);
        _la = _input->LA(1);
      }
      setState(723);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (_la == GoParser::TRAILING_COMMA) {
        setState(722);
        match(GoParser::TRAILING_COMMA);
      }
    }
    setState(727);
    match(GoParser::RPAREN);

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- LitValueContext ------------------------------------------------------------------

GoParser::LitValueContext::LitValueContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

tree::TerminalNode* GoParser::LitValueContext::LBRACE() {
  return getToken(GoParser::LBRACE, 0);
}

tree::TerminalNode* GoParser::LitValueContext::RBRACE() {
  return getToken(GoParser::RBRACE, 0);
}

std::vector<GoParser::ElementContext *> GoParser::LitValueContext::element() {
  return getRuleContexts<GoParser::ElementContext>();
}

GoParser::ElementContext* GoParser::LitValueContext::element(size_t i) {
  return getRuleContext<GoParser::ElementContext>(i);
}

std::vector<tree::TerminalNode *> GoParser::LitValueContext::COMMA() {
  return getTokens(GoParser::COMMA);
}

tree::TerminalNode* GoParser::LitValueContext::COMMA(size_t i) {
  return getToken(GoParser::COMMA, i);
}

tree::TerminalNode* GoParser::LitValueContext::TRAILING_COMMA() {
  return getToken(GoParser::TRAILING_COMMA, 0);
}


size_t GoParser::LitValueContext::getRuleIndex() const {
  return GoParser::RuleLitValue;
}


GoParser::LitValueContext* GoParser::litValue() {
  LitValueContext *_localctx = _tracker.createInstance<LitValueContext>(_ctx, getState());
  enterRule(_localctx, 108, GoParser::RuleLitValue);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(729);
    match(GoParser::LBRACE);
    setState(741);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if ((((_la & ~ 0x3fULL) == 0) &&
      ((1ULL << _la) & ((1ULL << GoParser::CHAN)
      | (1ULL << GoParser::FUNC)
      | (1ULL << GoParser::INTERFACE)
      | (1ULL << GoParser::MAP)
      | (1ULL << GoParser::STRUCT)
      | (1ULL << GoParser::LPAREN)
      | (1ULL << GoParser::LBRACK)
      | (1ULL << GoParser::LBRACE)
      | (1ULL << GoParser::ARROW)
      | (1ULL << GoParser::PLUS)
      | (1ULL << GoParser::MINUS)
      | (1ULL << GoParser::CARET)
      | (1ULL << GoParser::STAR))) != 0) || ((((_la - 67) & ~ 0x3fULL) == 0) &&
      ((1ULL << (_la - 67)) & ((1ULL << (GoParser::AMP - 67))
      | (1ULL << (GoParser::NOT - 67))
      | (1ULL << (GoParser::TILDE - 67))
      | (1ULL << (GoParser::NAME - 67))
      | (1ULL << (GoParser::NUMBER - 67))
      | (1ULL << (GoParser::CHAR - 67))
      | (1ULL << (GoParser::STRING - 67)))) != 0)) {
      setState(730);
      element();
      setState(735);
      _errHandler->sync(this);
      _la = _input->LA(1);
      while (_la == GoParser::COMMA) {
        setState(731);
        match(GoParser::COMMA);
        setState(732);
        element();
        setState(737);
        _errHandler->sync(this);
        _la = _input->LA(1);
      }
      setState(739);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (_la == GoParser::TRAILING_COMMA) {
        setState(738);
        match(GoParser::TRAILING_COMMA);
      }
    }
    setState(743);
    match(GoParser::RBRACE);

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- ElementContext ------------------------------------------------------------------

GoParser::ElementContext::ElementContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

std::vector<GoParser::ExprContext *> GoParser::ElementContext::expr() {
  return getRuleContexts<GoParser::ExprContext>();
}

GoParser::ExprContext* GoParser::ElementContext::expr(size_t i) {
  return getRuleContext<GoParser::ExprContext>(i);
}

std::vector<GoParser::LitValueContext *> GoParser::ElementContext::litValue() {
  return getRuleContexts<GoParser::LitValueContext>();
}

GoParser::LitValueContext* GoParser::ElementContext::litValue(size_t i) {
  return getRuleContext<GoParser::LitValueContext>(i);
}

tree::TerminalNode* GoParser::ElementContext::COLON() {
  return getToken(GoParser::COLON, 0);
}


size_t GoParser::ElementContext::getRuleIndex() const {
  return GoParser::RuleElement;
}


GoParser::ElementContext* GoParser::element() {
  ElementContext *_localctx = _tracker.createInstance<ElementContext>(_ctx, getState());
  enterRule(_localctx, 110, GoParser::RuleElement);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(747);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case GoParser::CHAN:
      case GoParser::FUNC:
      case GoParser::INTERFACE:
      case GoParser::MAP:
      case GoParser::STRUCT:
      case GoParser::LPAREN:
      case GoParser::LBRACK:
      case GoParser::ARROW:
      case GoParser::PLUS:
      case GoParser::MINUS:
      case GoParser::CARET:
      case GoParser::STAR:
      case GoParser::AMP:
      case GoParser::NOT:
      case GoParser::TILDE:
      case GoParser::NAME:
      case GoParser::NUMBER:
      case GoParser::CHAR:
      case GoParser::STRING: {
        setState(745);
        expr();
        break;
      }

      case GoParser::LBRACE: {
        setState(746);
        litValue();
        break;
      }

    default:
      throw NoViableAltException(this);
    }
    setState(754);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == GoParser::COLON) {
      setState(749);
      match(GoParser::COLON);
      setState(752);
      _errHandler->sync(this);
      switch (_input->LA(1)) {
        case GoParser::CHAN:
        case GoParser::FUNC:
        case GoParser::INTERFACE:
        case GoParser::MAP:
        case GoParser::STRUCT:
        case GoParser::LPAREN:
        case GoParser::LBRACK:
        case GoParser::ARROW:
        case GoParser::PLUS:
        case GoParser::MINUS:
        case GoParser::CARET:
        case GoParser::STAR:
        case GoParser::AMP:
        case GoParser::NOT:
        case GoParser::TILDE:
        case GoParser::NAME:
        case GoParser::NUMBER:
        case GoParser::CHAR:
        case GoParser::STRING: {
          setState(750);
          expr();
          break;
        }

        case GoParser::LBRACE: {
          setState(751);
          litValue();
          break;
        }

      default:
        throw NoViableAltException(this);
      }
    }

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- StmtListContext ------------------------------------------------------------------

GoParser::StmtListContext::StmtListContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

std::vector<GoParser::StmtContext *> GoParser::StmtListContext::stmt() {
  return getRuleContexts<GoParser::StmtContext>();
}

GoParser::StmtContext* GoParser::StmtListContext::stmt(size_t i) {
  return getRuleContext<GoParser::StmtContext>(i);
}

std::vector<tree::TerminalNode *> GoParser::StmtListContext::SEMI() {
  return getTokens(GoParser::SEMI);
}

tree::TerminalNode* GoParser::StmtListContext::SEMI(size_t i) {
  return getToken(GoParser::SEMI, i);
}

tree::TerminalNode* GoParser::StmtListContext::TRAILING_SEMI() {
  return getToken(GoParser::TRAILING_SEMI, 0);
}


size_t GoParser::StmtListContext::getRuleIndex() const {
  return GoParser::RuleStmtList;
}


GoParser::StmtListContext* GoParser::stmtList() {
  StmtListContext *_localctx = _tracker.createInstance<StmtListContext>(_ctx, getState());
  enterRule(_localctx, 112, GoParser::RuleStmtList);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(759);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if ((((_la & ~ 0x3fULL) == 0) &&
      ((1ULL << _la) & ((1ULL << GoParser::BREAK)
      | (1ULL << GoParser::CHAN)
      | (1ULL << GoParser::CONST)
      | (1ULL << GoParser::CONTINUE)
      | (1ULL << GoParser::DEFER)
      | (1ULL << GoParser::FALLTHROUGH)
      | (1ULL << GoParser::FOR)
      | (1ULL << GoParser::FUNC)
      | (1ULL << GoParser::GO)
      | (1ULL << GoParser::GOTO)
      | (1ULL << GoParser::IF)
      | (1ULL << GoParser::INTERFACE)
      | (1ULL << GoParser::MAP)
      | (1ULL << GoParser::RETURN)
      | (1ULL << GoParser::SELECT)
      | (1ULL << GoParser::STRUCT)
      | (1ULL << GoParser::SWITCH)
      | (1ULL << GoParser::TYPE)
      | (1ULL << GoParser::VAR)
      | (1ULL << GoParser::LPAREN)
      | (1ULL << GoParser::LBRACK)
      | (1ULL << GoParser::LBRACE)
      | (1ULL << GoParser::ARROW)
      | (1ULL << GoParser::PLUS)
      | (1ULL << GoParser::MINUS)
      | (1ULL << GoParser::CARET)
      | (1ULL << GoParser::STAR))) != 0) || ((((_la - 67) & ~ 0x3fULL) == 0) &&
      ((1ULL << (_la - 67)) & ((1ULL << (GoParser::AMP - 67))
      | (1ULL << (GoParser::NOT - 67))
      | (1ULL << (GoParser::TILDE - 67))
      | (1ULL << (GoParser::NAME - 67))
      | (1ULL << (GoParser::NUMBER - 67))
      | (1ULL << (GoParser::CHAR - 67))
      | (1ULL << (GoParser::STRING - 67)))) != 0)) {
      setState(756);
      stmt();
       stmtEnd();
    }
    setState(769);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while (_la == GoParser::SEMI) {
      setState(761);
      match(GoParser::SEMI);
      setState(765);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if ((((_la & ~ 0x3fULL) == 0) &&
        ((1ULL << _la) & ((1ULL << GoParser::BREAK)
        | (1ULL << GoParser::CHAN)
        | (1ULL << GoParser::CONST)
        | (1ULL << GoParser::CONTINUE)
        | (1ULL << GoParser::DEFER)
        | (1ULL << GoParser::FALLTHROUGH)
        | (1ULL << GoParser::FOR)
        | (1ULL << GoParser::FUNC)
        | (1ULL << GoParser::GO)
        | (1ULL << GoParser::GOTO)
        | (1ULL << GoParser::IF)
        | (1ULL << GoParser::INTERFACE)
        | (1ULL << GoParser::MAP)
        | (1ULL << GoParser::RETURN)
        | (1ULL << GoParser::SELECT)
        | (1ULL << GoParser::STRUCT)
        | (1ULL << GoParser::SWITCH)
        | (1ULL << GoParser::TYPE)
        | (1ULL << GoParser::VAR)
        | (1ULL << GoParser::LPAREN)
        | (1ULL << GoParser::LBRACK)
        | (1ULL << GoParser::LBRACE)
        | (1ULL << GoParser::ARROW)
        | (1ULL << GoParser::PLUS)
        | (1ULL << GoParser::MINUS)
        | (1ULL << GoParser::CARET)
        | (1ULL << GoParser::STAR))) != 0) || ((((_la - 67) & ~ 0x3fULL) == 0) &&
        ((1ULL << (_la - 67)) & ((1ULL << (GoParser::AMP - 67))
        | (1ULL << (GoParser::NOT - 67))
        | (1ULL << (GoParser::TILDE - 67))
        | (1ULL << (GoParser::NAME - 67))
        | (1ULL << (GoParser::NUMBER - 67))
        | (1ULL << (GoParser::CHAR - 67))
        | (1ULL << (GoParser::STRING - 67)))) != 0)) {
        setState(762);
        stmt();
         stmtEnd();
      }
      setState(771);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }
    setState(773);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == GoParser::TRAILING_SEMI) {
      setState(772);
      match(GoParser::TRAILING_SEMI);
    }

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- StmtContext ------------------------------------------------------------------

GoParser::StmtContext::StmtContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

GoParser::LabeledOrSimpleContext* GoParser::StmtContext::labeledOrSimple() {
  return getRuleContext<GoParser::LabeledOrSimpleContext>(0);
}

GoParser::BlockContext* GoParser::StmtContext::block() {
  return getRuleContext<GoParser::BlockContext>(0);
}

GoParser::ConstDeclContext* GoParser::StmtContext::constDecl() {
  return getRuleContext<GoParser::ConstDeclContext>(0);
}

GoParser::TypeDeclContext* GoParser::StmtContext::typeDecl() {
  return getRuleContext<GoParser::TypeDeclContext>(0);
}

GoParser::VarDeclContext* GoParser::StmtContext::varDecl() {
  return getRuleContext<GoParser::VarDeclContext>(0);
}

GoParser::IfStmtContext* GoParser::StmtContext::ifStmt() {
  return getRuleContext<GoParser::IfStmtContext>(0);
}

GoParser::ForStmtContext* GoParser::StmtContext::forStmt() {
  return getRuleContext<GoParser::ForStmtContext>(0);
}

GoParser::SwitchStmtContext* GoParser::StmtContext::switchStmt() {
  return getRuleContext<GoParser::SwitchStmtContext>(0);
}

GoParser::SelectStmtContext* GoParser::StmtContext::selectStmt() {
  return getRuleContext<GoParser::SelectStmtContext>(0);
}

GoParser::ReturnStmtContext* GoParser::StmtContext::returnStmt() {
  return getRuleContext<GoParser::ReturnStmtContext>(0);
}

GoParser::BranchStmtContext* GoParser::StmtContext::branchStmt() {
  return getRuleContext<GoParser::BranchStmtContext>(0);
}

GoParser::GotoStmtContext* GoParser::StmtContext::gotoStmt() {
  return getRuleContext<GoParser::GotoStmtContext>(0);
}

GoParser::CallStmtContext* GoParser::StmtContext::callStmt() {
  return getRuleContext<GoParser::CallStmtContext>(0);
}


size_t GoParser::StmtContext::getRuleIndex() const {
  return GoParser::RuleStmt;
}


GoParser::StmtContext* GoParser::stmt() {
  StmtContext *_localctx = _tracker.createInstance<StmtContext>(_ctx, getState());
  enterRule(_localctx, 114, GoParser::RuleStmt);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(788);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case GoParser::CHAN:
      case GoParser::FUNC:
      case GoParser::INTERFACE:
      case GoParser::MAP:
      case GoParser::STRUCT:
      case GoParser::LPAREN:
      case GoParser::LBRACK:
      case GoParser::ARROW:
      case GoParser::PLUS:
      case GoParser::MINUS:
      case GoParser::CARET:
      case GoParser::STAR:
      case GoParser::AMP:
      case GoParser::NOT:
      case GoParser::TILDE:
      case GoParser::NAME:
      case GoParser::NUMBER:
      case GoParser::CHAR:
      case GoParser::STRING: {
        enterOuterAlt(_localctx, 1);
        setState(775);
        labeledOrSimple();
        break;
      }

      case GoParser::LBRACE: {
        enterOuterAlt(_localctx, 2);
        setState(776);
        block();
        break;
      }

      case GoParser::CONST: {
        enterOuterAlt(_localctx, 3);
        setState(777);
        constDecl();
        break;
      }

      case GoParser::TYPE: {
        enterOuterAlt(_localctx, 4);
        setState(778);
        typeDecl();
        break;
      }

      case GoParser::VAR: {
        enterOuterAlt(_localctx, 5);
        setState(779);
        varDecl();
        break;
      }

      case GoParser::IF: {
        enterOuterAlt(_localctx, 6);
        setState(780);
        ifStmt();
        break;
      }

      case GoParser::FOR: {
        enterOuterAlt(_localctx, 7);
        setState(781);
        forStmt();
        break;
      }

      case GoParser::SWITCH: {
        enterOuterAlt(_localctx, 8);
        setState(782);
        switchStmt();
        break;
      }

      case GoParser::SELECT: {
        enterOuterAlt(_localctx, 9);
        setState(783);
        selectStmt();
        break;
      }

      case GoParser::RETURN: {
        enterOuterAlt(_localctx, 10);
        setState(784);
        returnStmt();
        break;
      }

      case GoParser::BREAK:
      case GoParser::CONTINUE:
      case GoParser::FALLTHROUGH: {
        enterOuterAlt(_localctx, 11);
        setState(785);
        branchStmt();
        break;
      }

      case GoParser::GOTO: {
        enterOuterAlt(_localctx, 12);
        setState(786);
        gotoStmt();
        break;
      }

      case GoParser::DEFER:
      case GoParser::GO: {
        enterOuterAlt(_localctx, 13);
        setState(787);
        callStmt();
        break;
      }

    default:
      throw NoViableAltException(this);
    }

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- LabeledOrSimpleContext ------------------------------------------------------------------

GoParser::LabeledOrSimpleContext::LabeledOrSimpleContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

GoParser::SimpleStmtContext* GoParser::LabeledOrSimpleContext::simpleStmt() {
  return getRuleContext<GoParser::SimpleStmtContext>(0);
}

tree::TerminalNode* GoParser::LabeledOrSimpleContext::COLON() {
  return getToken(GoParser::COLON, 0);
}

GoParser::StmtContext* GoParser::LabeledOrSimpleContext::stmt() {
  return getRuleContext<GoParser::StmtContext>(0);
}


size_t GoParser::LabeledOrSimpleContext::getRuleIndex() const {
  return GoParser::RuleLabeledOrSimple;
}


GoParser::LabeledOrSimpleContext* GoParser::labeledOrSimple() {
  LabeledOrSimpleContext *_localctx = _tracker.createInstance<LabeledOrSimpleContext>(_ctx, getState());
  enterRule(_localctx, 116, GoParser::RuleLabeledOrSimple);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(790);
    simpleStmt();
    setState(797);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == GoParser::COLON) {
       labelStart();
      setState(792);
      match(GoParser::COLON);
       labelEnd();
      setState(795);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if ((((_la & ~ 0x3fULL) == 0) &&
        ((1ULL << _la) & ((1ULL << GoParser::BREAK)
        | (1ULL << GoParser::CHAN)
        | (1ULL << GoParser::CONST)
        | (1ULL << GoParser::CONTINUE)
        | (1ULL << GoParser::DEFER)
        | (1ULL << GoParser::FALLTHROUGH)
        | (1ULL << GoParser::FOR)
        | (1ULL << GoParser::FUNC)
        | (1ULL << GoParser::GO)
        | (1ULL << GoParser::GOTO)
        | (1ULL << GoParser::IF)
        | (1ULL << GoParser::INTERFACE)
        | (1ULL << GoParser::MAP)
        | (1ULL << GoParser::RETURN)
        | (1ULL << GoParser::SELECT)
        | (1ULL << GoParser::STRUCT)
        | (1ULL << GoParser::SWITCH)
        | (1ULL << GoParser::TYPE)
        | (1ULL << GoParser::VAR)
        | (1ULL << GoParser::LPAREN)
        | (1ULL << GoParser::LBRACK)
        | (1ULL << GoParser::LBRACE)
        | (1ULL << GoParser::ARROW)
        | (1ULL << GoParser::PLUS)
        | (1ULL << GoParser::MINUS)
        | (1ULL << GoParser::CARET)
        | (1ULL << GoParser::STAR))) != 0) || ((((_la - 67) & ~ 0x3fULL) == 0) &&
        ((1ULL << (_la - 67)) & ((1ULL << (GoParser::AMP - 67))
        | (1ULL << (GoParser::NOT - 67))
        | (1ULL << (GoParser::TILDE - 67))
        | (1ULL << (GoParser::NAME - 67))
        | (1ULL << (GoParser::NUMBER - 67))
        | (1ULL << (GoParser::CHAR - 67))
        | (1ULL << (GoParser::STRING - 67)))) != 0)) {
        setState(794);
        stmt();
      }
    }

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- SimpleStmtContext ------------------------------------------------------------------

GoParser::SimpleStmtContext::SimpleStmtContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

std::vector<GoParser::ExprListContext *> GoParser::SimpleStmtContext::exprList() {
  return getRuleContexts<GoParser::ExprListContext>();
}

GoParser::ExprListContext* GoParser::SimpleStmtContext::exprList(size_t i) {
  return getRuleContext<GoParser::ExprListContext>(i);
}

tree::TerminalNode* GoParser::SimpleStmtContext::ASSIGN_OP() {
  return getToken(GoParser::ASSIGN_OP, 0);
}

GoParser::ExprContext* GoParser::SimpleStmtContext::expr() {
  return getRuleContext<GoParser::ExprContext>(0);
}

tree::TerminalNode* GoParser::SimpleStmtContext::INC() {
  return getToken(GoParser::INC, 0);
}

tree::TerminalNode* GoParser::SimpleStmtContext::DEC() {
  return getToken(GoParser::DEC, 0);
}

tree::TerminalNode* GoParser::SimpleStmtContext::ARROW() {
  return getToken(GoParser::ARROW, 0);
}

tree::TerminalNode* GoParser::SimpleStmtContext::ASSIGN() {
  return getToken(GoParser::ASSIGN, 0);
}

tree::TerminalNode* GoParser::SimpleStmtContext::DEFINE() {
  return getToken(GoParser::DEFINE, 0);
}

GoParser::RangeClauseContext* GoParser::SimpleStmtContext::rangeClause() {
  return getRuleContext<GoParser::RangeClauseContext>(0);
}


size_t GoParser::SimpleStmtContext::getRuleIndex() const {
  return GoParser::RuleSimpleStmt;
}


GoParser::SimpleStmtContext* GoParser::simpleStmt() {
  SimpleStmtContext *_localctx = _tracker.createInstance<SimpleStmtContext>(_ctx, getState());
  enterRule(_localctx, 118, GoParser::RuleSimpleStmt);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(799);
    exprList();
    setState(812);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case GoParser::ASSIGN:
      case GoParser::DEFINE: {
        setState(800);
        _la = _input->LA(1);
        if (!(_la == GoParser::ASSIGN

        || _la == GoParser::DEFINE)) {
        _errHandler->recoverInline(this);
        }
        else {
          _errHandler->reportMatch(this);
          consume();
        }
        setState(803);
        _errHandler->sync(this);
        switch (_input->LA(1)) {
          case GoParser::CHAN:
          case GoParser::FUNC:
          case GoParser::INTERFACE:
          case GoParser::MAP:
          case GoParser::STRUCT:
          case GoParser::LPAREN:
          case GoParser::LBRACK:
          case GoParser::ARROW:
          case GoParser::PLUS:
          case GoParser::MINUS:
          case GoParser::CARET:
          case GoParser::STAR:
          case GoParser::AMP:
          case GoParser::NOT:
          case GoParser::TILDE:
          case GoParser::NAME:
          case GoParser::NUMBER:
          case GoParser::CHAR:
          case GoParser::STRING: {
            setState(801);
            exprList();
            break;
          }

          case GoParser::RANGE: {
            setState(802);
            rangeClause();
            break;
          }

        default:
          throw NoViableAltException(this);
        }
        break;
      }

      case GoParser::ASSIGN_OP: {
        setState(805);
        match(GoParser::ASSIGN_OP);
        setState(806);
        expr();
        break;
      }

      case GoParser::INC: {
        setState(807);
        match(GoParser::INC);
        break;
      }

      case GoParser::DEC: {
        setState(808);
        match(GoParser::DEC);
        break;
      }

      case GoParser::ARROW: {
        setState(809);
        match(GoParser::ARROW);
        setState(810);
        expr();
        break;
      }

      case GoParser::HEADER_BODY:
      case GoParser::TRAILING_SEMI:
      case GoParser::CASE:
      case GoParser::DEFAULT:
      case GoParser::RBRACE:
      case GoParser::SEMI:
      case GoParser::COLON: {
         exprStmtEnd();
        break;
      }

    default:
      throw NoViableAltException(this);
    }

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- RangeClauseContext ------------------------------------------------------------------

GoParser::RangeClauseContext::RangeClauseContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

tree::TerminalNode* GoParser::RangeClauseContext::RANGE() {
  return getToken(GoParser::RANGE, 0);
}

GoParser::ExprContext* GoParser::RangeClauseContext::expr() {
  return getRuleContext<GoParser::ExprContext>(0);
}


size_t GoParser::RangeClauseContext::getRuleIndex() const {
  return GoParser::RuleRangeClause;
}


GoParser::RangeClauseContext* GoParser::rangeClause() {
  RangeClauseContext *_localctx = _tracker.createInstance<RangeClauseContext>(_ctx, getState());
  enterRule(_localctx, 120, GoParser::RuleRangeClause);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(814);
    match(GoParser::RANGE);
    setState(815);
    expr();

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- BlockContext ------------------------------------------------------------------

GoParser::BlockContext::BlockContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

tree::TerminalNode* GoParser::BlockContext::LBRACE() {
  return getToken(GoParser::LBRACE, 0);
}

GoParser::StmtListContext* GoParser::BlockContext::stmtList() {
  return getRuleContext<GoParser::StmtListContext>(0);
}

tree::TerminalNode* GoParser::BlockContext::RBRACE() {
  return getToken(GoParser::RBRACE, 0);
}


size_t GoParser::BlockContext::getRuleIndex() const {
  return GoParser::RuleBlock;
}


GoParser::BlockContext* GoParser::block() {
  BlockContext *_localctx = _tracker.createInstance<BlockContext>(_ctx, getState());
  enterRule(_localctx, 122, GoParser::RuleBlock);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(817);
    match(GoParser::LBRACE);
    setState(818);
    stmtList();
    setState(819);
    match(GoParser::RBRACE);

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- ReturnStmtContext ------------------------------------------------------------------

GoParser::ReturnStmtContext::ReturnStmtContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

tree::TerminalNode* GoParser::ReturnStmtContext::RETURN() {
  return getToken(GoParser::RETURN, 0);
}

GoParser::ExprListContext* GoParser::ReturnStmtContext::exprList() {
  return getRuleContext<GoParser::ExprListContext>(0);
}


size_t GoParser::ReturnStmtContext::getRuleIndex() const {
  return GoParser::RuleReturnStmt;
}


GoParser::ReturnStmtContext* GoParser::returnStmt() {
  ReturnStmtContext *_localctx = _tracker.createInstance<ReturnStmtContext>(_ctx, getState());
  enterRule(_localctx, 124, GoParser::RuleReturnStmt);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(821);
    match(GoParser::RETURN);
    setState(823);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if ((((_la & ~ 0x3fULL) == 0) &&
      ((1ULL << _la) & ((1ULL << GoParser::CHAN)
      | (1ULL << GoParser::FUNC)
      | (1ULL << GoParser::INTERFACE)
      | (1ULL << GoParser::MAP)
      | (1ULL << GoParser::STRUCT)
      | (1ULL << GoParser::LPAREN)
      | (1ULL << GoParser::LBRACK)
      | (1ULL << GoParser::ARROW)
      | (1ULL << GoParser::PLUS)
      | (1ULL << GoParser::MINUS)
      | (1ULL << GoParser::CARET)
      | (1ULL << GoParser::STAR))) != 0) || ((((_la - 67) & ~ 0x3fULL) == 0) &&
      ((1ULL << (_la - 67)) & ((1ULL << (GoParser::AMP - 67))
      | (1ULL << (GoParser::NOT - 67))
      | (1ULL << (GoParser::TILDE - 67))
      | (1ULL << (GoParser::NAME - 67))
      | (1ULL << (GoParser::NUMBER - 67))
      | (1ULL << (GoParser::CHAR - 67))
      | (1ULL << (GoParser::STRING - 67)))) != 0)) {
      setState(822);
      exprList();
    }

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- BranchStmtContext ------------------------------------------------------------------

GoParser::BranchStmtContext::BranchStmtContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

tree::TerminalNode* GoParser::BranchStmtContext::BREAK() {
  return getToken(GoParser::BREAK, 0);
}

tree::TerminalNode* GoParser::BranchStmtContext::CONTINUE() {
  return getToken(GoParser::CONTINUE, 0);
}

tree::TerminalNode* GoParser::BranchStmtContext::NAME() {
  return getToken(GoParser::NAME, 0);
}

tree::TerminalNode* GoParser::BranchStmtContext::FALLTHROUGH() {
  return getToken(GoParser::FALLTHROUGH, 0);
}


size_t GoParser::BranchStmtContext::getRuleIndex() const {
  return GoParser::RuleBranchStmt;
}


GoParser::BranchStmtContext* GoParser::branchStmt() {
  BranchStmtContext *_localctx = _tracker.createInstance<BranchStmtContext>(_ctx, getState());
  enterRule(_localctx, 126, GoParser::RuleBranchStmt);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(830);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case GoParser::BREAK:
      case GoParser::CONTINUE: {
        enterOuterAlt(_localctx, 1);
        setState(825);
        _la = _input->LA(1);
        if (!(_la == GoParser::BREAK

        || _la == GoParser::CONTINUE)) {
        _errHandler->recoverInline(this);
        }
        else {
          _errHandler->reportMatch(this);
          consume();
        }
        setState(827);
        _errHandler->sync(this);

        _la = _input->LA(1);
        if (_la == GoParser::NAME) {
          setState(826);
          match(GoParser::NAME);
        }
        break;
      }

      case GoParser::FALLTHROUGH: {
        enterOuterAlt(_localctx, 2);
        setState(829);
        match(GoParser::FALLTHROUGH);
        break;
      }

    default:
      throw NoViableAltException(this);
    }

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- GotoStmtContext ------------------------------------------------------------------

GoParser::GotoStmtContext::GotoStmtContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

tree::TerminalNode* GoParser::GotoStmtContext::GOTO() {
  return getToken(GoParser::GOTO, 0);
}

tree::TerminalNode* GoParser::GotoStmtContext::NAME() {
  return getToken(GoParser::NAME, 0);
}


size_t GoParser::GotoStmtContext::getRuleIndex() const {
  return GoParser::RuleGotoStmt;
}


GoParser::GotoStmtContext* GoParser::gotoStmt() {
  GotoStmtContext *_localctx = _tracker.createInstance<GotoStmtContext>(_ctx, getState());
  enterRule(_localctx, 128, GoParser::RuleGotoStmt);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(832);
    match(GoParser::GOTO);
    setState(833);
    match(GoParser::NAME);

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- CallStmtContext ------------------------------------------------------------------

GoParser::CallStmtContext::CallStmtContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

GoParser::ExprContext* GoParser::CallStmtContext::expr() {
  return getRuleContext<GoParser::ExprContext>(0);
}

tree::TerminalNode* GoParser::CallStmtContext::GO() {
  return getToken(GoParser::GO, 0);
}

tree::TerminalNode* GoParser::CallStmtContext::DEFER() {
  return getToken(GoParser::DEFER, 0);
}


size_t GoParser::CallStmtContext::getRuleIndex() const {
  return GoParser::RuleCallStmt;
}


GoParser::CallStmtContext* GoParser::callStmt() {
  CallStmtContext *_localctx = _tracker.createInstance<CallStmtContext>(_ctx, getState());
  enterRule(_localctx, 130, GoParser::RuleCallStmt);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(835);
    _la = _input->LA(1);
    if (!(_la == GoParser::DEFER

    || _la == GoParser::GO)) {
    _errHandler->recoverInline(this);
    }
    else {
      _errHandler->reportMatch(this);
      consume();
    }
    setState(836);
    expr();

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- IfStmtContext ------------------------------------------------------------------

GoParser::IfStmtContext::IfStmtContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

tree::TerminalNode* GoParser::IfStmtContext::IF() {
  return getToken(GoParser::IF, 0);
}

GoParser::HeaderContext* GoParser::IfStmtContext::header() {
  return getRuleContext<GoParser::HeaderContext>(0);
}

GoParser::HeaderBodyContext* GoParser::IfStmtContext::headerBody() {
  return getRuleContext<GoParser::HeaderBodyContext>(0);
}

tree::TerminalNode* GoParser::IfStmtContext::ELSE() {
  return getToken(GoParser::ELSE, 0);
}

GoParser::IfStmtContext* GoParser::IfStmtContext::ifStmt() {
  return getRuleContext<GoParser::IfStmtContext>(0);
}

GoParser::BlockContext* GoParser::IfStmtContext::block() {
  return getRuleContext<GoParser::BlockContext>(0);
}


size_t GoParser::IfStmtContext::getRuleIndex() const {
  return GoParser::RuleIfStmt;
}


GoParser::IfStmtContext* GoParser::ifStmt() {
  IfStmtContext *_localctx = _tracker.createInstance<IfStmtContext>(_ctx, getState());
  enterRule(_localctx, 132, GoParser::RuleIfStmt);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(838);
    match(GoParser::IF);
    setState(839);
    header();
    setState(840);
    headerBody();
    setState(846);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == GoParser::ELSE) {
      setState(841);
      match(GoParser::ELSE);
      setState(844);
      _errHandler->sync(this);
      switch (_input->LA(1)) {
        case GoParser::IF: {
          setState(842);
          ifStmt();
          break;
        }

        case GoParser::LBRACE: {
          setState(843);
          block();
          break;
        }

      default:
        throw NoViableAltException(this);
      }
    }

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- HeaderContext ------------------------------------------------------------------

GoParser::HeaderContext::HeaderContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

tree::TerminalNode* GoParser::HeaderContext::VAR() {
  return getToken(GoParser::VAR, 0);
}

std::vector<GoParser::SimpleStmtContext *> GoParser::HeaderContext::simpleStmt() {
  return getRuleContexts<GoParser::SimpleStmtContext>();
}

GoParser::SimpleStmtContext* GoParser::HeaderContext::simpleStmt(size_t i) {
  return getRuleContext<GoParser::SimpleStmtContext>(i);
}

tree::TerminalNode* GoParser::HeaderContext::SEMI() {
  return getToken(GoParser::SEMI, 0);
}


size_t GoParser::HeaderContext::getRuleIndex() const {
  return GoParser::RuleHeader;
}


GoParser::HeaderContext* GoParser::header() {
  HeaderContext *_localctx = _tracker.createInstance<HeaderContext>(_ctx, getState());
  enterRule(_localctx, 134, GoParser::RuleHeader);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(849);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == GoParser::VAR) {
      setState(848);
      match(GoParser::VAR);
    }
    setState(852);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if ((((_la & ~ 0x3fULL) == 0) &&
      ((1ULL << _la) & ((1ULL << GoParser::CHAN)
      | (1ULL << GoParser::FUNC)
      | (1ULL << GoParser::INTERFACE)
      | (1ULL << GoParser::MAP)
      | (1ULL << GoParser::STRUCT)
      | (1ULL << GoParser::LPAREN)
      | (1ULL << GoParser::LBRACK)
      | (1ULL << GoParser::ARROW)
      | (1ULL << GoParser::PLUS)
      | (1ULL << GoParser::MINUS)
      | (1ULL << GoParser::CARET)
      | (1ULL << GoParser::STAR))) != 0) || ((((_la - 67) & ~ 0x3fULL) == 0) &&
      ((1ULL << (_la - 67)) & ((1ULL << (GoParser::AMP - 67))
      | (1ULL << (GoParser::NOT - 67))
      | (1ULL << (GoParser::TILDE - 67))
      | (1ULL << (GoParser::NAME - 67))
      | (1ULL << (GoParser::NUMBER - 67))
      | (1ULL << (GoParser::CHAR - 67))
      | (1ULL << (GoParser::STRING - 67)))) != 0)) {
      setState(851);
      simpleStmt();
    }
    setState(858);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == GoParser::SEMI) {
      setState(854);
      match(GoParser::SEMI);
      setState(856);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if ((((_la & ~ 0x3fULL) == 0) &&
        ((1ULL << _la) & ((1ULL << GoParser::CHAN)
        | (1ULL << GoParser::FUNC)
        | (1ULL << GoParser::INTERFACE)
        | (1ULL << GoParser::MAP)
        | (1ULL << GoParser::STRUCT)
        | (1ULL << GoParser::LPAREN)
        | (1ULL << GoParser::LBRACK)
        | (1ULL << GoParser::ARROW)
        | (1ULL << GoParser::PLUS)
        | (1ULL << GoParser::MINUS)
        | (1ULL << GoParser::CARET)
        | (1ULL << GoParser::STAR))) != 0) || ((((_la - 67) & ~ 0x3fULL) == 0) &&
        ((1ULL << (_la - 67)) & ((1ULL << (GoParser::AMP - 67))
        | (1ULL << (GoParser::NOT - 67))
        | (1ULL << (GoParser::TILDE - 67))
        | (1ULL << (GoParser::NAME - 67))
        | (1ULL << (GoParser::NUMBER - 67))
        | (1ULL << (GoParser::CHAR - 67))
        | (1ULL << (GoParser::STRING - 67)))) != 0)) {
        setState(855);
        simpleStmt();
      }
    }

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- ForStmtContext ------------------------------------------------------------------

GoParser::ForStmtContext::ForStmtContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

tree::TerminalNode* GoParser::ForStmtContext::FOR() {
  return getToken(GoParser::FOR, 0);
}

GoParser::ForHeaderContext* GoParser::ForStmtContext::forHeader() {
  return getRuleContext<GoParser::ForHeaderContext>(0);
}

GoParser::HeaderBodyContext* GoParser::ForStmtContext::headerBody() {
  return getRuleContext<GoParser::HeaderBodyContext>(0);
}


size_t GoParser::ForStmtContext::getRuleIndex() const {
  return GoParser::RuleForStmt;
}


GoParser::ForStmtContext* GoParser::forStmt() {
  ForStmtContext *_localctx = _tracker.createInstance<ForStmtContext>(_ctx, getState());
  enterRule(_localctx, 136, GoParser::RuleForStmt);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(860);
    match(GoParser::FOR);
    setState(861);
    forHeader();
    setState(862);
    headerBody();

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- ForHeaderContext ------------------------------------------------------------------

GoParser::ForHeaderContext::ForHeaderContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

tree::TerminalNode* GoParser::ForHeaderContext::VAR() {
  return getToken(GoParser::VAR, 0);
}

std::vector<GoParser::SimpleStmtContext *> GoParser::ForHeaderContext::simpleStmt() {
  return getRuleContexts<GoParser::SimpleStmtContext>();
}

GoParser::SimpleStmtContext* GoParser::ForHeaderContext::simpleStmt(size_t i) {
  return getRuleContext<GoParser::SimpleStmtContext>(i);
}

GoParser::RangeClauseContext* GoParser::ForHeaderContext::rangeClause() {
  return getRuleContext<GoParser::RangeClauseContext>(0);
}

std::vector<tree::TerminalNode *> GoParser::ForHeaderContext::SEMI() {
  return getTokens(GoParser::SEMI);
}

tree::TerminalNode* GoParser::ForHeaderContext::SEMI(size_t i) {
  return getToken(GoParser::SEMI, i);
}


size_t GoParser::ForHeaderContext::getRuleIndex() const {
  return GoParser::RuleForHeader;
}


GoParser::ForHeaderContext* GoParser::forHeader() {
  ForHeaderContext *_localctx = _tracker.createInstance<ForHeaderContext>(_ctx, getState());
  enterRule(_localctx, 138, GoParser::RuleForHeader);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(865);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == GoParser::VAR) {
      setState(864);
      match(GoParser::VAR);
    }
    setState(869);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case GoParser::CHAN:
      case GoParser::FUNC:
      case GoParser::INTERFACE:
      case GoParser::MAP:
      case GoParser::STRUCT:
      case GoParser::LPAREN:
      case GoParser::LBRACK:
      case GoParser::ARROW:
      case GoParser::PLUS:
      case GoParser::MINUS:
      case GoParser::CARET:
      case GoParser::STAR:
      case GoParser::AMP:
      case GoParser::NOT:
      case GoParser::TILDE:
      case GoParser::NAME:
      case GoParser::NUMBER:
      case GoParser::CHAR:
      case GoParser::STRING: {
        setState(867);
        simpleStmt();
        break;
      }

      case GoParser::RANGE: {
        setState(868);
        rangeClause();
        break;
      }

      case GoParser::HEADER_BODY:
      case GoParser::SEMI: {
        break;
      }

    default:
      break;
    }
    setState(879);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == GoParser::SEMI) {
      setState(871);
      match(GoParser::SEMI);
      setState(873);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if ((((_la & ~ 0x3fULL) == 0) &&
        ((1ULL << _la) & ((1ULL << GoParser::CHAN)
        | (1ULL << GoParser::FUNC)
        | (1ULL << GoParser::INTERFACE)
        | (1ULL << GoParser::MAP)
        | (1ULL << GoParser::STRUCT)
        | (1ULL << GoParser::LPAREN)
        | (1ULL << GoParser::LBRACK)
        | (1ULL << GoParser::ARROW)
        | (1ULL << GoParser::PLUS)
        | (1ULL << GoParser::MINUS)
        | (1ULL << GoParser::CARET)
        | (1ULL << GoParser::STAR))) != 0) || ((((_la - 67) & ~ 0x3fULL) == 0) &&
        ((1ULL << (_la - 67)) & ((1ULL << (GoParser::AMP - 67))
        | (1ULL << (GoParser::NOT - 67))
        | (1ULL << (GoParser::TILDE - 67))
        | (1ULL << (GoParser::NAME - 67))
        | (1ULL << (GoParser::NUMBER - 67))
        | (1ULL << (GoParser::CHAR - 67))
        | (1ULL << (GoParser::STRING - 67)))) != 0)) {
        setState(872);
        simpleStmt();
      }
      setState(875);
      match(GoParser::SEMI);
      setState(877);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if ((((_la & ~ 0x3fULL) == 0) &&
        ((1ULL << _la) & ((1ULL << GoParser::CHAN)
        | (1ULL << GoParser::FUNC)
        | (1ULL << GoParser::INTERFACE)
        | (1ULL << GoParser::MAP)
        | (1ULL << GoParser::STRUCT)
        | (1ULL << GoParser::LPAREN)
        | (1ULL << GoParser::LBRACK)
        | (1ULL << GoParser::ARROW)
        | (1ULL << GoParser::PLUS)
        | (1ULL << GoParser::MINUS)
        | (1ULL << GoParser::CARET)
        | (1ULL << GoParser::STAR))) != 0) || ((((_la - 67) & ~ 0x3fULL) == 0) &&
        ((1ULL << (_la - 67)) & ((1ULL << (GoParser::AMP - 67))
        | (1ULL << (GoParser::NOT - 67))
        | (1ULL << (GoParser::TILDE - 67))
        | (1ULL << (GoParser::NAME - 67))
        | (1ULL << (GoParser::NUMBER - 67))
        | (1ULL << (GoParser::CHAR - 67))
        | (1ULL << (GoParser::STRING - 67)))) != 0)) {
        setState(876);
        simpleStmt();
      }
    }

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- HeaderBodyContext ------------------------------------------------------------------

GoParser::HeaderBodyContext::HeaderBodyContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

tree::TerminalNode* GoParser::HeaderBodyContext::HEADER_BODY() {
  return getToken(GoParser::HEADER_BODY, 0);
}

GoParser::StmtListContext* GoParser::HeaderBodyContext::stmtList() {
  return getRuleContext<GoParser::StmtListContext>(0);
}

tree::TerminalNode* GoParser::HeaderBodyContext::RBRACE() {
  return getToken(GoParser::RBRACE, 0);
}


size_t GoParser::HeaderBodyContext::getRuleIndex() const {
  return GoParser::RuleHeaderBody;
}


GoParser::HeaderBodyContext* GoParser::headerBody() {
  HeaderBodyContext *_localctx = _tracker.createInstance<HeaderBodyContext>(_ctx, getState());
  enterRule(_localctx, 140, GoParser::RuleHeaderBody);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(881);
    match(GoParser::HEADER_BODY);
    setState(882);
    stmtList();
    setState(883);
    match(GoParser::RBRACE);

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- SwitchStmtContext ------------------------------------------------------------------

GoParser::SwitchStmtContext::SwitchStmtContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

tree::TerminalNode* GoParser::SwitchStmtContext::SWITCH() {
  return getToken(GoParser::SWITCH, 0);
}

GoParser::HeaderContext* GoParser::SwitchStmtContext::header() {
  return getRuleContext<GoParser::HeaderContext>(0);
}

tree::TerminalNode* GoParser::SwitchStmtContext::HEADER_BODY() {
  return getToken(GoParser::HEADER_BODY, 0);
}

tree::TerminalNode* GoParser::SwitchStmtContext::RBRACE() {
  return getToken(GoParser::RBRACE, 0);
}

std::vector<GoParser::CaseClauseContext *> GoParser::SwitchStmtContext::caseClause() {
  return getRuleContexts<GoParser::CaseClauseContext>();
}

GoParser::CaseClauseContext* GoParser::SwitchStmtContext::caseClause(size_t i) {
  return getRuleContext<GoParser::CaseClauseContext>(i);
}


size_t GoParser::SwitchStmtContext::getRuleIndex() const {
  return GoParser::RuleSwitchStmt;
}


GoParser::SwitchStmtContext* GoParser::switchStmt() {
  SwitchStmtContext *_localctx = _tracker.createInstance<SwitchStmtContext>(_ctx, getState());
  enterRule(_localctx, 142, GoParser::RuleSwitchStmt);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(885);
    match(GoParser::SWITCH);
    setState(886);
    header();
    setState(887);
    match(GoParser::HEADER_BODY);
    setState(891);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while (_la == GoParser::CASE

    || _la == GoParser::DEFAULT) {
      setState(888);
      caseClause();
      setState(893);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }
    setState(894);
    match(GoParser::RBRACE);

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- CaseClauseContext ------------------------------------------------------------------

GoParser::CaseClauseContext::CaseClauseContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

tree::TerminalNode* GoParser::CaseClauseContext::COLON() {
  return getToken(GoParser::COLON, 0);
}

GoParser::StmtListContext* GoParser::CaseClauseContext::stmtList() {
  return getRuleContext<GoParser::StmtListContext>(0);
}

tree::TerminalNode* GoParser::CaseClauseContext::CASE() {
  return getToken(GoParser::CASE, 0);
}

GoParser::ExprListContext* GoParser::CaseClauseContext::exprList() {
  return getRuleContext<GoParser::ExprListContext>(0);
}

tree::TerminalNode* GoParser::CaseClauseContext::DEFAULT() {
  return getToken(GoParser::DEFAULT, 0);
}


size_t GoParser::CaseClauseContext::getRuleIndex() const {
  return GoParser::RuleCaseClause;
}


GoParser::CaseClauseContext* GoParser::caseClause() {
  CaseClauseContext *_localctx = _tracker.createInstance<CaseClauseContext>(_ctx, getState());
  enterRule(_localctx, 144, GoParser::RuleCaseClause);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(899);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case GoParser::CASE: {
        setState(896);
        match(GoParser::CASE);
        setState(897);
        exprList();
        break;
      }

      case GoParser::DEFAULT: {
        setState(898);
        match(GoParser::DEFAULT);
        break;
      }

    default:
      throw NoViableAltException(this);
    }
    setState(901);
    match(GoParser::COLON);
    setState(902);
    stmtList();

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- SelectStmtContext ------------------------------------------------------------------

GoParser::SelectStmtContext::SelectStmtContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

tree::TerminalNode* GoParser::SelectStmtContext::SELECT() {
  return getToken(GoParser::SELECT, 0);
}

tree::TerminalNode* GoParser::SelectStmtContext::HEADER_BODY() {
  return getToken(GoParser::HEADER_BODY, 0);
}

tree::TerminalNode* GoParser::SelectStmtContext::RBRACE() {
  return getToken(GoParser::RBRACE, 0);
}

std::vector<GoParser::CommClauseContext *> GoParser::SelectStmtContext::commClause() {
  return getRuleContexts<GoParser::CommClauseContext>();
}

GoParser::CommClauseContext* GoParser::SelectStmtContext::commClause(size_t i) {
  return getRuleContext<GoParser::CommClauseContext>(i);
}


size_t GoParser::SelectStmtContext::getRuleIndex() const {
  return GoParser::RuleSelectStmt;
}


GoParser::SelectStmtContext* GoParser::selectStmt() {
  SelectStmtContext *_localctx = _tracker.createInstance<SelectStmtContext>(_ctx, getState());
  enterRule(_localctx, 146, GoParser::RuleSelectStmt);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(904);
    match(GoParser::SELECT);
    setState(905);
    match(GoParser::HEADER_BODY);
    setState(909);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while (_la == GoParser::CASE

    || _la == GoParser::DEFAULT) {
      setState(906);
      commClause();
      setState(911);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }
    setState(912);
    match(GoParser::RBRACE);

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- CommClauseContext ------------------------------------------------------------------

GoParser::CommClauseContext::CommClauseContext(ParserRuleContext *parent, size_t invokingState)
  : FlatContext(parent, invokingState) {
}

tree::TerminalNode* GoParser::CommClauseContext::COLON() {
  return getToken(GoParser::COLON, 0);
}

GoParser::StmtListContext* GoParser::CommClauseContext::stmtList() {
  return getRuleContext<GoParser::StmtListContext>(0);
}

tree::TerminalNode* GoParser::CommClauseContext::CASE() {
  return getToken(GoParser::CASE, 0);
}

GoParser::SimpleStmtContext* GoParser::CommClauseContext::simpleStmt() {
  return getRuleContext<GoParser::SimpleStmtContext>(0);
}

tree::TerminalNode* GoParser::CommClauseContext::DEFAULT() {
  return getToken(GoParser::DEFAULT, 0);
}


size_t GoParser::CommClauseContext::getRuleIndex() const {
  return GoParser::RuleCommClause;
}


GoParser::CommClauseContext* GoParser::commClause() {
  CommClauseContext *_localctx = _tracker.createInstance<CommClauseContext>(_ctx, getState());
  enterRule(_localctx, 148, GoParser::RuleCommClause);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(917);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case GoParser::CASE: {
        setState(914);
        match(GoParser::CASE);
        setState(915);
        simpleStmt();
        break;
      }

      case GoParser::DEFAULT: {
        setState(916);
        match(GoParser::DEFAULT);
        break;
      }

    default:
      throw NoViableAltException(this);
    }
    setState(919);
    match(GoParser::COLON);
    setState(920);
    stmtList();

  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

// Static vars and initialization.
std::vector<dfa::DFA> GoParser::_decisionToDFA;
atn::PredictionContextCache GoParser::_sharedContextCache;

// We own the ATN which in turn owns the ATN states.
atn::ATN GoParser::_atn;
std::vector<uint16_t> GoParser::_serializedATN;

std::vector<std::string> GoParser::_ruleNames = {
  "packageClause", "topLevelDecl", "importDecl", "importSpec", "constDecl",
  "constSpec", "varDecl", "varSpec", "initializer", "typeDecl", "typeSpec",
  "funcDecl", "receiver", "funcBody", "type_", "typeTail", "typeName", "typeArgs",
  "bracketType", "typeLit", "parenType", "pointerType", "recvChanType",
  "chanType", "mapType", "funcType", "structType", "interfaceType", "arrayOrArgs",
  "fieldDecl", "embeddedPtr", "interfaceElem", "typeUnion", "term", "signature",
  "result", "resultLit", "resultList", "params", "param", "variadic", "tparams",
  "tparam", "exprList", "expr", "unaryExpr", "operand", "literal", "litType",
  "suffix", "selector", "index", "sliceTail", "arguments", "litValue", "element",
  "stmtList", "stmt", "labeledOrSimple", "simpleStmt", "rangeClause", "block",
  "returnStmt", "branchStmt", "gotoStmt", "callStmt", "ifStmt", "header",
  "forStmt", "forHeader", "headerBody", "switchStmt", "caseClause", "selectStmt",
  "commClause"
};

std::vector<std::string> GoParser::_literalNames = {
  "", "", "", "", "", "", "", "", "", "'break'", "'case'", "'chan'", "'const'",
  "'continue'", "'default'", "'defer'", "'else'", "'fallthrough'", "'for'",
  "'func'", "'go'", "'goto'", "'if'", "'import'", "'interface'", "'map'",
  "'package'", "'range'", "'return'", "'select'", "'struct'", "'switch'",
  "'type'", "'var'", "'('", "')'", "'['", "']'", "'{'", "'}'", "','", "';'",
  "':'", "'.'", "'...'", "'='", "':='", "'++'", "'--'", "'<-'", "'||'",
  "'&&'", "'=='", "'!='", "'<'", "'<='", "'>'", "'>='", "'+'", "'-'", "'|'",
  "'^'", "'*'", "'/'", "'%'", "'<<'", "'>>'", "'&'", "'&^'", "'!'", "'~'",
  "", "", "", "", "", "", "", "", "", "", "", "", "'\n'"
};

std::vector<std::string> GoParser::_symbolicNames = {
  "", "HEADER_BODY", "FUNC_BODY", "TPARAM_LBRACK", "TRAILING_COMMA", "TRAILING_SEMI",
  "METHOD_NAME", "RESULT_RPAREN", "CHAN_ARROW", "BREAK", "CASE", "CHAN",
  "CONST", "CONTINUE", "DEFAULT", "DEFER", "ELSE", "FALLTHROUGH", "FOR",
  "FUNC", "GO", "GOTO", "IF", "IMPORT", "INTERFACE", "MAP", "PACKAGE", "RANGE",
  "RETURN", "SELECT", "STRUCT", "SWITCH", "TYPE", "VAR", "LPAREN", "RPAREN",
  "LBRACK", "RBRACK", "LBRACE", "RBRACE", "COMMA", "SEMI", "COLON", "DOT",
  "ELLIPSIS", "ASSIGN", "DEFINE", "INC", "DEC", "ARROW", "LOR", "LAND",
  "EQL", "NEQ", "LSS", "LEQ", "GTR", "GEQ", "PLUS", "MINUS", "OR", "CARET",
  "STAR", "SLASH", "PERCENT", "SHL", "SHR", "AMP", "AND_NOT", "NOT", "TILDE",
  "ASSIGN_OP", "NAME", "NUMBER", "CHAR", "STRING", "RAW_STRING", "UNTERMINATED_CHAR",
  "UNTERMINATED_STRING", "UNTERMINATED_RAW", "LINE_COMMENT", "BLOCK_COMMENT",
  "UNTERMINATED_COMMENT", "NEWLINE", "BLANKS", "INVALID"
};

dfa::Vocabulary GoParser::_vocabulary(_literalNames, _symbolicNames);

std::vector<std::string> GoParser::_tokenNames;

GoParser::Initializer::Initializer() {
	for (size_t i = 0; i < _symbolicNames.size(); ++i) {
		std::string name = _vocabulary.getLiteralName(i);
		if (name.empty()) {
			name = _vocabulary.getSymbolicName(i);
		}

		if (name.empty()) {
			_tokenNames.push_back("<INVALID>");
		} else {
      _tokenNames.push_back(name);
    }
	}

  _serializedATN = {
    0x3, 0x608b, 0xa72a, 0x8133, 0xb9ed, 0x417c, 0x3be7, 0x7786, 0x5964,
    0x3, 0x57, 0x39d, 0x4, 0x2, 0x9, 0x2, 0x4, 0x3, 0x9, 0x3, 0x4, 0x4,
    0x9, 0x4, 0x4, 0x5, 0x9, 0x5, 0x4, 0x6, 0x9, 0x6, 0x4, 0x7, 0x9, 0x7,
    0x4, 0x8, 0x9, 0x8, 0x4, 0x9, 0x9, 0x9, 0x4, 0xa, 0x9, 0xa, 0x4, 0xb,
    0x9, 0xb, 0x4, 0xc, 0x9, 0xc, 0x4, 0xd, 0x9, 0xd, 0x4, 0xe, 0x9, 0xe,
    0x4, 0xf, 0x9, 0xf, 0x4, 0x10, 0x9, 0x10, 0x4, 0x11, 0x9, 0x11, 0x4,
    0x12, 0x9, 0x12, 0x4, 0x13, 0x9, 0x13, 0x4, 0x14, 0x9, 0x14, 0x4, 0x15,
    0x9, 0x15, 0x4, 0x16, 0x9, 0x16, 0x4, 0x17, 0x9, 0x17, 0x4, 0x18, 0x9,
    0x18, 0x4, 0x19, 0x9, 0x19, 0x4, 0x1a, 0x9, 0x1a, 0x4, 0x1b, 0x9, 0x1b,
    0x4, 0x1c, 0x9, 0x1c, 0x4, 0x1d, 0x9, 0x1d, 0x4, 0x1e, 0x9, 0x1e, 0x4,
    0x1f, 0x9, 0x1f, 0x4, 0x20, 0x9, 0x20, 0x4, 0x21, 0x9, 0x21, 0x4, 0x22,
    0x9, 0x22, 0x4, 0x23, 0x9, 0x23, 0x4, 0x24, 0x9, 0x24, 0x4, 0x25, 0x9,
    0x25, 0x4, 0x26, 0x9, 0x26, 0x4, 0x27, 0x9, 0x27, 0x4, 0x28, 0x9, 0x28,
    0x4, 0x29, 0x9, 0x29, 0x4, 0x2a, 0x9, 0x2a, 0x4, 0x2b, 0x9, 0x2b, 0x4,
    0x2c, 0x9, 0x2c, 0x4, 0x2d, 0x9, 0x2d, 0x4, 0x2e, 0x9, 0x2e, 0x4, 0x2f,
    0x9, 0x2f, 0x4, 0x30, 0x9, 0x30, 0x4, 0x31, 0x9, 0x31, 0x4, 0x32, 0x9,
    0x32, 0x4, 0x33, 0x9, 0x33, 0x4, 0x34, 0x9, 0x34, 0x4, 0x35, 0x9, 0x35,
    0x4, 0x36, 0x9, 0x36, 0x4, 0x37, 0x9, 0x37, 0x4, 0x38, 0x9, 0x38, 0x4,
    0x39, 0x9, 0x39, 0x4, 0x3a, 0x9, 0x3a, 0x4, 0x3b, 0x9, 0x3b, 0x4, 0x3c,
    0x9, 0x3c, 0x4, 0x3d, 0x9, 0x3d, 0x4, 0x3e, 0x9, 0x3e, 0x4, 0x3f, 0x9,
    0x3f, 0x4, 0x40, 0x9, 0x40, 0x4, 0x41, 0x9, 0x41, 0x4, 0x42, 0x9, 0x42,
    0x4, 0x43, 0x9, 0x43, 0x4, 0x44, 0x9, 0x44, 0x4, 0x45, 0x9, 0x45, 0x4,
    0x46, 0x9, 0x46, 0x4, 0x47, 0x9, 0x47, 0x4, 0x48, 0x9, 0x48, 0x4, 0x49,
    0x9, 0x49, 0x4, 0x4a, 0x9, 0x4a, 0x4, 0x4b, 0x9, 0x4b, 0x4, 0x4c, 0x9,
    0x4c, 0x3, 0x2, 0x3, 0x2, 0x3, 0x2, 0x3, 0x3, 0x3, 0x3, 0x3, 0x3, 0x3,
    0x3, 0x3, 0x3, 0x5, 0x3, 0xa1, 0xa, 0x3, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4,
    0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x7, 0x4, 0xa9, 0xa, 0x4, 0xc, 0x4, 0xe,
    0x4, 0xac, 0xb, 0x4, 0x5, 0x4, 0xae, 0xa, 0x4, 0x3, 0x4, 0x5, 0x4, 0xb1,
    0xa, 0x4, 0x3, 0x4, 0x5, 0x4, 0xb4, 0xa, 0x4, 0x3, 0x5, 0x5, 0x5, 0xb7,
    0xa, 0x5, 0x3, 0x5, 0x3, 0x5, 0x3, 0x6, 0x3, 0x6, 0x3, 0x6, 0x3, 0x6,
    0x3, 0x6, 0x3, 0x6, 0x7, 0x6, 0xc1, 0xa, 0x6, 0xc, 0x6, 0xe, 0x6, 0xc4,
    0xb, 0x6, 0x5, 0x6, 0xc6, 0xa, 0x6, 0x3, 0x6, 0x5, 0x6, 0xc9, 0xa, 0x6,
    0x3, 0x6, 0x5, 0x6, 0xcc, 0xa, 0x6, 0x3, 0x7, 0x3, 0x7, 0x3, 0x7, 0x7,
    0x7, 0xd1, 0xa, 0x7, 0xc, 0x7, 0xe, 0x7, 0xd4, 0xb, 0x7, 0x3, 0x7, 0x3,
    0x7, 0x5, 0x7, 0xd8, 0xa, 0x7, 0x3, 0x7, 0x5, 0x7, 0xdb, 0xa, 0x7, 0x3,
    0x8, 0x3, 0x8, 0x3, 0x8, 0x3, 0x8, 0x3, 0x8, 0x3, 0x8, 0x7, 0x8, 0xe3,
    0xa, 0x8, 0xc, 0x8, 0xe, 0x8, 0xe6, 0xb, 0x8, 0x5, 0x8, 0xe8, 0xa, 0x8,
    0x3, 0x8, 0x5, 0x8, 0xeb, 0xa, 0x8, 0x3, 0x8, 0x5, 0x8, 0xee, 0xa, 0x8,
    0x3, 0x9, 0x3, 0x9, 0x3, 0x9, 0x7, 0x9, 0xf3, 0xa, 0x9, 0xc, 0x9, 0xe,
    0x9, 0xf6, 0xb, 0x9, 0x3, 0x9, 0x3, 0x9, 0x5, 0x9, 0xfa, 0xa, 0x9, 0x3,
    0x9, 0x5, 0x9, 0xfd, 0xa, 0x9, 0x3, 0xa, 0x3, 0xa, 0x3, 0xa, 0x3, 0xb,
    0x3, 0xb, 0x3, 0xb, 0x3, 0xb, 0x3, 0xb, 0x3, 0xb, 0x7, 0xb, 0x108, 0xa,
    0xb, 0xc, 0xb, 0xe, 0xb, 0x10b, 0xb, 0xb, 0x5, 0xb, 0x10d, 0xa, 0xb,
    0x3, 0xb, 0x5, 0xb, 0x110, 0xa, 0xb, 0x3, 0xb, 0x5, 0xb, 0x113, 0xa,
    0xb, 0x3, 0xc, 0x3, 0xc, 0x3, 0xc, 0x5, 0xc, 0x118, 0xa, 0xc, 0x3, 0xc,
    0x5, 0xc, 0x11b, 0xa, 0xc, 0x3, 0xc, 0x5, 0xc, 0x11e, 0xa, 0xc, 0x3,
    0xc, 0x3, 0xc, 0x3, 0xd, 0x3, 0xd, 0x5, 0xd, 0x124, 0xa, 0xd, 0x3, 0xd,
    0x3, 0xd, 0x3, 0xd, 0x5, 0xd, 0x129, 0xa, 0xd, 0x3, 0xd, 0x5, 0xd, 0x12c,
    0xa, 0xd, 0x3, 0xd, 0x3, 0xd, 0x5, 0xd, 0x130, 0xa, 0xd, 0x3, 0xe, 0x3,
    0xe, 0x5, 0xe, 0x134, 0xa, 0xe, 0x3, 0xe, 0x3, 0xe, 0x3, 0xf, 0x3, 0xf,
    0x3, 0xf, 0x3, 0xf, 0x3, 0x10, 0x3, 0x10, 0x3, 0x10, 0x5, 0x10, 0x13f,
    0xa, 0x10, 0x3, 0x11, 0x3, 0x11, 0x5, 0x11, 0x143, 0xa, 0x11, 0x3, 0x12,
    0x3, 0x12, 0x3, 0x12, 0x5, 0x12, 0x148, 0xa, 0x12, 0x3, 0x12, 0x5, 0x12,
    0x14b, 0xa, 0x12, 0x3, 0x13, 0x3, 0x13, 0x3, 0x13, 0x3, 0x13, 0x7, 0x13,
    0x151, 0xa, 0x13, 0xc, 0x13, 0xe, 0x13, 0x154, 0xb, 0x13, 0x3, 0x13,
    0x5, 0x13, 0x157, 0xa, 0x13, 0x3, 0x13, 0x3, 0x13, 0x3, 0x14, 0x3, 0x14,
    0x3, 0x14, 0x3, 0x14, 0x3, 0x14, 0x3, 0x14, 0x3, 0x14, 0x5, 0x14, 0x162,
    0xa, 0x14, 0x3, 0x14, 0x3, 0x14, 0x3, 0x15, 0x3, 0x15, 0x3, 0x15, 0x3,
    0x15, 0x3, 0x15, 0x3, 0x15, 0x3, 0x15, 0x3, 0x15, 0x5, 0x15, 0x16e,
    0xa, 0x15, 0x3, 0x16, 0x3, 0x16, 0x3, 0x16, 0x3, 0x16, 0x3, 0x17, 0x3,
    0x17, 0x3, 0x17, 0x3, 0x18, 0x3, 0x18, 0x3, 0x18, 0x3, 0x18, 0x3, 0x19,
    0x3, 0x19, 0x5, 0x19, 0x17d, 0xa, 0x19, 0x3, 0x19, 0x3, 0x19, 0x3, 0x1a,
    0x3, 0x1a, 0x3, 0x1a, 0x3, 0x1a, 0x3, 0x1a, 0x3, 0x1a, 0x3, 0x1b, 0x3,
    0x1b, 0x3, 0x1b, 0x3, 0x1c, 0x3, 0x1c, 0x3, 0x1c, 0x3, 0x1c, 0x3, 0x1c,
    0x7, 0x1c, 0x18f, 0xa, 0x1c, 0xc, 0x1c, 0xe, 0x1c, 0x192, 0xb, 0x1c,
    0x5, 0x1c, 0x194, 0xa, 0x1c, 0x3, 0x1c, 0x5, 0x1c, 0x197, 0xa, 0x1c,
    0x3, 0x1c, 0x3, 0x1c, 0x3, 0x1d, 0x3, 0x1d, 0x3, 0x1d, 0x3, 0x1d, 0x3,
    0x1d, 0x7, 0x1d, 0x1a0, 0xa, 0x1d, 0xc, 0x1d, 0xe, 0x1d, 0x1a3, 0xb,
    0x1d, 0x5, 0x1d, 0x1a5, 0xa, 0x1d, 0x3, 0x1d, 0x5, 0x1d, 0x1a8, 0xa,
    0x1d, 0x3, 0x1d, 0x3, 0x1d, 0x3, 0x1e, 0x3, 0x1e, 0x3, 0x1e, 0x3, 0x1e,
    0x3, 0x1e, 0x3, 0x1e, 0x3, 0x1e, 0x3, 0x1e, 0x3, 0x1e, 0x7, 0x1e, 0x1b5,
    0xa, 0x1e, 0xc, 0x1e, 0xe, 0x1e, 0x1b8, 0xb, 0x1e, 0x3, 0x1e, 0x5, 0x1e,
    0x1bb, 0xa, 0x1e, 0x3, 0x1e, 0x3, 0x1e, 0x5, 0x1e, 0x1bf, 0xa, 0x1e,
    0x5, 0x1e, 0x1c1, 0xa, 0x1e, 0x3, 0x1f, 0x3, 0x1f, 0x3, 0x1f, 0x3, 0x1f,
    0x5, 0x1f, 0x1c7, 0xa, 0x1f, 0x3, 0x1f, 0x3, 0x1f, 0x3, 0x1f, 0x3, 0x1f,
    0x6, 0x1f, 0x1cd, 0xa, 0x1f, 0xd, 0x1f, 0xe, 0x1f, 0x1ce, 0x3, 0x1f,
    0x5, 0x1f, 0x1d2, 0xa, 0x1f, 0x3, 0x1f, 0x3, 0x1f, 0x5, 0x1f, 0x1d6,
    0xa, 0x1f, 0x3, 0x1f, 0x5, 0x1f, 0x1d9, 0xa, 0x1f, 0x3, 0x20, 0x3, 0x20,
    0x3, 0x20, 0x3, 0x21, 0x3, 0x21, 0x3, 0x21, 0x5, 0x21, 0x1e1, 0xa, 0x21,
    0x3, 0x21, 0x5, 0x21, 0x1e4, 0xa, 0x21, 0x3, 0x21, 0x3, 0x21, 0x5, 0x21,
    0x1e8, 0xa, 0x21, 0x3, 0x22, 0x3, 0x22, 0x3, 0x22, 0x7, 0x22, 0x1ed,
    0xa, 0x22, 0xc, 0x22, 0xe, 0x22, 0x1f0, 0xb, 0x22, 0x3, 0x23, 0x5, 0x23,
    0x1f3, 0xa, 0x23, 0x3, 0x23, 0x3, 0x23, 0x3, 0x24, 0x3, 0x24, 0x5, 0x24,
    0x1f9, 0xa, 0x24, 0x3, 0x24, 0x3, 0x24, 0x3, 0x24, 0x5, 0x24, 0x1fe,
    0xa, 0x24, 0x3, 0x25, 0x3, 0x25, 0x3, 0x25, 0x3, 0x25, 0x5, 0x25, 0x204,
    0xa, 0x25, 0x3, 0x26, 0x3, 0x26, 0x3, 0x26, 0x3, 0x26, 0x3, 0x26, 0x3,
    0x26, 0x3, 0x26, 0x5, 0x26, 0x20d, 0xa, 0x26, 0x3, 0x27, 0x3, 0x27,
    0x5, 0x27, 0x211, 0xa, 0x27, 0x3, 0x27, 0x3, 0x27, 0x3, 0x28, 0x3, 0x28,
    0x3, 0x28, 0x7, 0x28, 0x218, 0xa, 0x28, 0xc, 0x28, 0xe, 0x28, 0x21b,
    0xb, 0x28, 0x3, 0x28, 0x5, 0x28, 0x21e, 0xa, 0x28, 0x3, 0x29, 0x3, 0x29,
    0x3, 0x29, 0x3, 0x29, 0x5, 0x29, 0x224, 0xa, 0x29, 0x3, 0x29, 0x3, 0x29,
    0x3, 0x29, 0x5, 0x29, 0x229, 0xa, 0x29, 0x3, 0x29, 0x3, 0x29, 0x3, 0x29,
    0x5, 0x29, 0x22e, 0xa, 0x29, 0x3, 0x2a, 0x3, 0x2a, 0x3, 0x2a, 0x3, 0x2b,
    0x3, 0x2b, 0x3, 0x2b, 0x7, 0x2b, 0x236, 0xa, 0x2b, 0xc, 0x2b, 0xe, 0x2b,
    0x239, 0xb, 0x2b, 0x3, 0x2b, 0x5, 0x2b, 0x23c, 0xa, 0x2b, 0x3, 0x2c,
    0x3, 0x2c, 0x5, 0x2c, 0x240, 0xa, 0x2c, 0x3, 0x2d, 0x3, 0x2d, 0x3, 0x2d,
    0x7, 0x2d, 0x245, 0xa, 0x2d, 0xc, 0x2d, 0xe, 0x2d, 0x248, 0xb, 0x2d,
    0x3, 0x2e, 0x3, 0x2e, 0x3, 0x2e, 0x7, 0x2e, 0x24d, 0xa, 0x2e, 0xc, 0x2e,
    0xe, 0x2e, 0x250, 0xb, 0x2e, 0x3, 0x2f, 0x7, 0x2f, 0x253, 0xa, 0x2f,
    0xc, 0x2f, 0xe, 0x2f, 0x256, 0xb, 0x2f, 0x3, 0x2f, 0x3, 0x2f, 0x3, 0x2f,
    0x5, 0x2f, 0x25b, 0xa, 0x2f, 0x3, 0x2f, 0x7, 0x2f, 0x25e, 0xa, 0x2f,
    0xc, 0x2f, 0xe, 0x2f, 0x261, 0xb, 0x2f, 0x3, 0x2f, 0x3, 0x2f, 0x3, 0x2f,
    0x5, 0x2f, 0x266, 0xa, 0x2f, 0x3, 0x2f, 0x7, 0x2f, 0x269, 0xa, 0x2f,
    0xc, 0x2f, 0xe, 0x2f, 0x26c, 0xb, 0x2f, 0x5, 0x2f, 0x26e, 0xa, 0x2f,
    0x3, 0x2f, 0x3, 0x2f, 0x3, 0x2f, 0x3, 0x2f, 0x7, 0x2f, 0x274, 0xa, 0x2f,
    0xc, 0x2f, 0xe, 0x2f, 0x277, 0xb, 0x2f, 0x3, 0x2f, 0x3, 0x2f, 0x5, 0x2f,
    0x27b, 0xa, 0x2f, 0x3, 0x2f, 0x7, 0x2f, 0x27e, 0xa, 0x2f, 0xc, 0x2f,
    0xe, 0x2f, 0x281, 0xb, 0x2f, 0x5, 0x2f, 0x283, 0xa, 0x2f, 0x5, 0x2f,
    0x285, 0xa, 0x2f, 0x3, 0x30, 0x3, 0x30, 0x3, 0x30, 0x3, 0x30, 0x3, 0x30,
    0x3, 0x30, 0x3, 0x30, 0x3, 0x30, 0x5, 0x30, 0x28f, 0xa, 0x30, 0x3, 0x31,
    0x3, 0x31, 0x3, 0x32, 0x3, 0x32, 0x3, 0x32, 0x5, 0x32, 0x296, 0xa, 0x32,
    0x3, 0x33, 0x3, 0x33, 0x3, 0x33, 0x3, 0x33, 0x5, 0x33, 0x29c, 0xa, 0x33,
    0x3, 0x34, 0x3, 0x34, 0x3, 0x34, 0x3, 0x34, 0x3, 0x34, 0x5, 0x34, 0x2a3,
    0xa, 0x34, 0x3, 0x34, 0x5, 0x34, 0x2a6, 0xa, 0x34, 0x3, 0x35, 0x3, 0x35,
    0x3, 0x35, 0x3, 0x35, 0x7, 0x35, 0x2ac, 0xa, 0x35, 0xc, 0x35, 0xe, 0x35,
    0x2af, 0xb, 0x35, 0x3, 0x35, 0x5, 0x35, 0x2b2, 0xa, 0x35, 0x3, 0x35,
    0x5, 0x35, 0x2b5, 0xa, 0x35, 0x3, 0x35, 0x5, 0x35, 0x2b8, 0xa, 0x35,
    0x3, 0x35, 0x3, 0x35, 0x3, 0x36, 0x3, 0x36, 0x5, 0x36, 0x2be, 0xa, 0x36,
    0x3, 0x36, 0x3, 0x36, 0x5, 0x36, 0x2c2, 0xa, 0x36, 0x5, 0x36, 0x2c4,
    0xa, 0x36, 0x3, 0x37, 0x3, 0x37, 0x3, 0x37, 0x5, 0x37, 0x2c9, 0xa, 0x37,
    0x3, 0x37, 0x3, 0x37, 0x3, 0x37, 0x5, 0x37, 0x2ce, 0xa, 0x37, 0x7, 0x37,
    0x2d0, 0xa, 0x37, 0xc, 0x37, 0xe, 0x37, 0x2d3, 0xb, 0x37, 0x3, 0x37,
    0x5, 0x37, 0x2d6, 0xa, 0x37, 0x5, 0x37, 0x2d8, 0xa, 0x37, 0x3, 0x37,
    0x3, 0x37, 0x3, 0x38, 0x3, 0x38, 0x3, 0x38, 0x3, 0x38, 0x7, 0x38, 0x2e0,
    0xa, 0x38, 0xc, 0x38, 0xe, 0x38, 0x2e3, 0xb, 0x38, 0x3, 0x38, 0x5, 0x38,
    0x2e6, 0xa, 0x38, 0x5, 0x38, 0x2e8, 0xa, 0x38, 0x3, 0x38, 0x3, 0x38,
    0x3, 0x39, 0x3, 0x39, 0x5, 0x39, 0x2ee, 0xa, 0x39, 0x3, 0x39, 0x3, 0x39,
    0x3, 0x39, 0x5, 0x39, 0x2f3, 0xa, 0x39, 0x5, 0x39, 0x2f5, 0xa, 0x39,
    0x3, 0x3a, 0x3, 0x3a, 0x3, 0x3a, 0x5, 0x3a, 0x2fa, 0xa, 0x3a, 0x3, 0x3a,
    0x3, 0x3a, 0x3, 0x3a, 0x3, 0x3a, 0x5, 0x3a, 0x300, 0xa, 0x3a, 0x7, 0x3a,
    0x302, 0xa, 0x3a, 0xc, 0x3a, 0xe, 0x3a, 0x305, 0xb, 0x3a, 0x3, 0x3a,
    0x5, 0x3a, 0x308, 0xa, 0x3a, 0x3, 0x3b, 0x3, 0x3b, 0x3, 0x3b, 0x3, 0x3b,
    0x3, 0x3b, 0x3, 0x3b, 0x3, 0x3b, 0x3, 0x3b, 0x3, 0x3b, 0x3, 0x3b, 0x3,
    0x3b, 0x3, 0x3b, 0x3, 0x3b, 0x5, 0x3b, 0x317, 0xa, 0x3b, 0x3, 0x3c,
    0x3, 0x3c, 0x3, 0x3c, 0x3, 0x3c, 0x3, 0x3c, 0x5, 0x3c, 0x31e, 0xa, 0x3c,
    0x5, 0x3c, 0x320, 0xa, 0x3c, 0x3, 0x3d, 0x3, 0x3d, 0x3, 0x3d, 0x3, 0x3d,
    0x5, 0x3d, 0x326, 0xa, 0x3d, 0x3, 0x3d, 0x3, 0x3d, 0x3, 0x3d, 0x3, 0x3d,
    0x3, 0x3d, 0x3, 0x3d, 0x3, 0x3d, 0x5, 0x3d, 0x32f, 0xa, 0x3d, 0x3, 0x3e,
    0x3, 0x3e, 0x3, 0x3e, 0x3, 0x3f, 0x3, 0x3f, 0x3, 0x3f, 0x3, 0x3f, 0x3,
    0x40, 0x3, 0x40, 0x5, 0x40, 0x33a, 0xa, 0x40, 0x3, 0x41, 0x3, 0x41,
    0x5, 0x41, 0x33e, 0xa, 0x41, 0x3, 0x41, 0x5, 0x41, 0x341, 0xa, 0x41,
    0x3, 0x42, 0x3, 0x42, 0x3, 0x42, 0x3, 0x43, 0x3, 0x43, 0x3, 0x43, 0x3,
    0x44, 0x3, 0x44, 0x3, 0x44, 0x3, 0x44, 0x3, 0x44, 0x3, 0x44, 0x5, 0x44,
    0x34f, 0xa, 0x44, 0x5, 0x44, 0x351, 0xa, 0x44, 0x3, 0x45, 0x5, 0x45,
    0x354, 0xa, 0x45, 0x3, 0x45, 0x5, 0x45, 0x357, 0xa, 0x45, 0x3, 0x45,
    0x3, 0x45, 0x5, 0x45, 0x35b, 0xa, 0x45, 0x5, 0x45, 0x35d, 0xa, 0x45,
    0x3, 0x46, 0x3, 0x46, 0x3, 0x46, 0x3, 0x46, 0x3, 0x47, 0x5, 0x47, 0x364,
    0xa, 0x47, 0x3, 0x47, 0x3, 0x47, 0x5, 0x47, 0x368, 0xa, 0x47, 0x3, 0x47,
    0x3, 0x47, 0x5, 0x47, 0x36c, 0xa, 0x47, 0x3, 0x47, 0x3, 0x47, 0x5, 0x47,
    0x370, 0xa, 0x47, 0x5, 0x47, 0x372, 0xa, 0x47, 0x3, 0x48, 0x3, 0x48,
    0x3, 0x48, 0x3, 0x48, 0x3, 0x49, 0x3, 0x49, 0x3, 0x49, 0x3, 0x49, 0x7,
    0x49, 0x37c, 0xa, 0x49, 0xc, 0x49, 0xe, 0x49, 0x37f, 0xb, 0x49, 0x3,
    0x49, 0x3, 0x49, 0x3, 0x4a, 0x3, 0x4a, 0x3, 0x4a, 0x5, 0x4a, 0x386,
    0xa, 0x4a, 0x3, 0x4a, 0x3, 0x4a, 0x3, 0x4a, 0x3, 0x4b, 0x3, 0x4b, 0x3,
    0x4b, 0x7, 0x4b, 0x38e, 0xa, 0x4b, 0xc, 0x4b, 0xe, 0x4b, 0x391, 0xb,
    0x4b, 0x3, 0x4b, 0x3, 0x4b, 0x3, 0x4c, 0x3, 0x4c, 0x3, 0x4c, 0x5, 0x4c,
    0x398, 0xa, 0x4c, 0x3, 0x4c, 0x3, 0x4c, 0x3, 0x4c, 0x3, 0x4c, 0x2, 0x2,
    0x4d, 0x2, 0x4, 0x6, 0x8, 0xa, 0xc, 0xe, 0x10, 0x12, 0x14, 0x16, 0x18,
    0x1a, 0x1c, 0x1e, 0x20, 0x22, 0x24, 0x26, 0x28, 0x2a, 0x2c, 0x2e, 0x30,
    0x32, 0x34, 0x36, 0x38, 0x3a, 0x3c, 0x3e, 0x40, 0x42, 0x44, 0x46, 0x48,
    0x4a, 0x4c, 0x4e, 0x50, 0x52, 0x54, 0x56, 0x58, 0x5a, 0x5c, 0x5e, 0x60,
    0x62, 0x64, 0x66, 0x68, 0x6a, 0x6c, 0x6e, 0x70, 0x72, 0x74, 0x76, 0x78,
    0x7a, 0x7c, 0x7e, 0x80, 0x82, 0x84, 0x86, 0x88, 0x8a, 0x8c, 0x8e, 0x90,
    0x92, 0x94, 0x96, 0x2, 0x9, 0x4, 0x2, 0x2d, 0x2d, 0x4a, 0x4a, 0x3, 0x2,
    0x2f, 0x30, 0x3, 0x2, 0x34, 0x46, 0x7, 0x2, 0x33, 0x33, 0x3c, 0x3d,
    0x3f, 0x40, 0x45, 0x45, 0x47, 0x48, 0x3, 0x2, 0x4b, 0x4d, 0x4, 0x2,
    0xb, 0xb, 0xf, 0xf, 0x4, 0x2, 0x11, 0x11, 0x16, 0x16, 0x2, 0x410, 0x2,
    0x98, 0x3, 0x2, 0x2, 0x2, 0x4, 0xa0, 0x3, 0x2, 0x2, 0x2, 0x6, 0xa2,
    0x3, 0x2, 0x2, 0x2, 0x8, 0xb6, 0x3, 0x2, 0x2, 0x2, 0xa, 0xba, 0x3, 0x2,
    0x2, 0x2, 0xc, 0xcd, 0x3, 0x2, 0x2, 0x2, 0xe, 0xdc, 0x3, 0x2, 0x2, 0x2,
    0x10, 0xef, 0x3, 0x2, 0x2, 0x2, 0x12, 0xfe, 0x3, 0x2, 0x2, 0x2, 0x14,
    0x101, 0x3, 0x2, 0x2, 0x2, 0x16, 0x114, 0x3, 0x2, 0x2, 0x2, 0x18, 0x121,
    0x3, 0x2, 0x2, 0x2, 0x1a, 0x131, 0x3, 0x2, 0x2, 0x2, 0x1c, 0x137, 0x3,
    0x2, 0x2, 0x2, 0x1e, 0x13e, 0x3, 0x2, 0x2, 0x2, 0x20, 0x142, 0x3, 0x2,
    0x2, 0x2, 0x22, 0x144, 0x3, 0x2, 0x2, 0x2, 0x24, 0x14c, 0x3, 0x2, 0x2,
    0x2, 0x26, 0x15a, 0x3, 0x2, 0x2, 0x2, 0x28, 0x16d, 0x3, 0x2, 0x2, 0x2,
    0x2a, 0x16f, 0x3, 0x2, 0x2, 0x2, 0x2c, 0x173, 0x3, 0x2, 0x2, 0x2, 0x2e,
    0x176, 0x3, 0x2, 0x2, 0x2, 0x30, 0x17a, 0x3, 0x2, 0x2, 0x2, 0x32, 0x180,
    0x3, 0x2, 0x2, 0x2, 0x34, 0x186, 0x3, 0x2, 0x2, 0x2, 0x36, 0x189, 0x3,
    0x2, 0x2, 0x2, 0x38, 0x19a, 0x3, 0x2, 0x2, 0x2, 0x3a, 0x1ab, 0x3, 0x2,
    0x2, 0x2, 0x3c, 0x1d5, 0x3, 0x2, 0x2, 0x2, 0x3e, 0x1da, 0x3, 0x2, 0x2,
    0x2, 0x40, 0x1e7, 0x3, 0x2, 0x2, 0x2, 0x42, 0x1e9, 0x3, 0x2, 0x2, 0x2,
    0x44, 0x1f2, 0x3, 0x2, 0x2, 0x2, 0x46, 0x1f6, 0x3, 0x2, 0x2, 0x2, 0x48,
    0x203, 0x3, 0x2, 0x2, 0x2, 0x4a, 0x20c, 0x3, 0x2, 0x2, 0x2, 0x4c, 0x20e,
    0x3, 0x2, 0x2, 0x2, 0x4e, 0x214, 0x3, 0x2, 0x2, 0x2, 0x50, 0x22d, 0x3,
    0x2, 0x2, 0x2, 0x52, 0x22f, 0x3, 0x2, 0x2, 0x2, 0x54, 0x232, 0x3, 0x2,
    0x2, 0x2, 0x56, 0x23d, 0x3, 0x2, 0x2, 0x2, 0x58, 0x241, 0x3, 0x2, 0x2,
    0x2, 0x5a, 0x249, 0x3, 0x2, 0x2, 0x2, 0x5c, 0x254, 0x3, 0x2, 0x2, 0x2,
    0x5e, 0x28e, 0x3, 0x2, 0x2, 0x2, 0x60, 0x290, 0x3, 0x2, 0x2, 0x2, 0x62,
    0x295, 0x3, 0x2, 0x2, 0x2, 0x64, 0x29b, 0x3, 0x2, 0x2, 0x2, 0x66, 0x29d,
    0x3, 0x2, 0x2, 0x2, 0x68, 0x2a7, 0x3, 0x2, 0x2, 0x2, 0x6a, 0x2bb, 0x3,
    0x2, 0x2, 0x2, 0x6c, 0x2c5, 0x3, 0x2, 0x2, 0x2, 0x6e, 0x2db, 0x3, 0x2,
    0x2, 0x2, 0x70, 0x2ed, 0x3, 0x2, 0x2, 0x2, 0x72, 0x2f9, 0x3, 0x2, 0x2,
    0x2, 0x74, 0x316, 0x3, 0x2, 0x2, 0x2, 0x76, 0x318, 0x3, 0x2, 0x2, 0x2,
    0x78, 0x321, 0x3, 0x2, 0x2, 0x2, 0x7a, 0x330, 0x3, 0x2, 0x2, 0x2, 0x7c,
    0x333, 0x3, 0x2, 0x2, 0x2, 0x7e, 0x337, 0x3, 0x2, 0x2, 0x2, 0x80, 0x340,
    0x3, 0x2, 0x2, 0x2, 0x82, 0x342, 0x3, 0x2, 0x2, 0x2, 0x84, 0x345, 0x3,
    0x2, 0x2, 0x2, 0x86, 0x348, 0x3, 0x2, 0x2, 0x2, 0x88, 0x353, 0x3, 0x2,
    0x2, 0x2, 0x8a, 0x35e, 0x3, 0x2, 0x2, 0x2, 0x8c, 0x363, 0x3, 0x2, 0x2,
    0x2, 0x8e, 0x373, 0x3, 0x2, 0x2, 0x2, 0x90, 0x377, 0x3, 0x2, 0x2, 0x2,
    0x92, 0x385, 0x3, 0x2, 0x2, 0x2, 0x94, 0x38a, 0x3, 0x2, 0x2, 0x2, 0x96,
    0x397, 0x3, 0x2, 0x2, 0x2, 0x98, 0x99, 0x7, 0x1c, 0x2, 0x2, 0x99, 0x9a,
    0x7, 0x4a, 0x2, 0x2, 0x9a, 0x3, 0x3, 0x2, 0x2, 0x2, 0x9b, 0xa1, 0x5,
    0x6, 0x4, 0x2, 0x9c, 0xa1, 0x5, 0xa, 0x6, 0x2, 0x9d, 0xa1, 0x5, 0x14,
    0xb, 0x2, 0x9e, 0xa1, 0x5, 0xe, 0x8, 0x2, 0x9f, 0xa1, 0x5, 0x18, 0xd,
    0x2, 0xa0, 0x9b, 0x3, 0x2, 0x2, 0x2, 0xa0, 0x9c, 0x3, 0x2, 0x2, 0x2,
    0xa0, 0x9d, 0x3, 0x2, 0x2, 0x2, 0xa0, 0x9e, 0x3, 0x2, 0x2, 0x2, 0xa0,
    0x9f, 0x3, 0x2, 0x2, 0x2, 0xa1, 0x5, 0x3, 0x2, 0x2, 0x2, 0xa2, 0xb3,
    0x7, 0x19, 0x2, 0x2, 0xa3, 0xb4, 0x5, 0x8, 0x5, 0x2, 0xa4, 0xad, 0x7,
    0x24, 0x2, 0x2, 0xa5, 0xaa, 0x5, 0x8, 0x5, 0x2, 0xa6, 0xa7, 0x7, 0x2b,
    0x2, 0x2, 0xa7, 0xa9, 0x5, 0x8, 0x5, 0x2, 0xa8, 0xa6, 0x3, 0x2, 0x2,
    0x2, 0xa9, 0xac, 0x3, 0x2, 0x2, 0x2, 0xaa, 0xa8, 0x3, 0x2, 0x2, 0x2,
    0xaa, 0xab, 0x3, 0x2, 0x2, 0x2, 0xab, 0xae, 0x3, 0x2, 0x2, 0x2, 0xac,
    0xaa, 0x3, 0x2, 0x2, 0x2, 0xad, 0xa5, 0x3, 0x2, 0x2, 0x2, 0xad, 0xae,
    0x3, 0x2, 0x2, 0x2, 0xae, 0xb0, 0x3, 0x2, 0x2, 0x2, 0xaf, 0xb1, 0x7,
    0x7, 0x2, 0x2, 0xb0, 0xaf, 0x3, 0x2, 0x2, 0x2, 0xb0, 0xb1, 0x3, 0x2,
    0x2, 0x2, 0xb1, 0xb2, 0x3, 0x2, 0x2, 0x2, 0xb2, 0xb4, 0x7, 0x25, 0x2,
    0x2, 0xb3, 0xa3, 0x3, 0x2, 0x2, 0x2, 0xb3, 0xa4, 0x3, 0x2, 0x2, 0x2,
    0xb4, 0x7, 0x3, 0x2, 0x2, 0x2, 0xb5, 0xb7, 0x9, 0x2, 0x2, 0x2, 0xb6,
    0xb5, 0x3, 0x2, 0x2, 0x2, 0xb6, 0xb7, 0x3, 0x2, 0x2, 0x2, 0xb7, 0xb8,
    0x3, 0x2, 0x2, 0x2, 0xb8, 0xb9, 0x5, 0x60, 0x31, 0x2, 0xb9, 0x9, 0x3,
    0x2, 0x2, 0x2, 0xba, 0xcb, 0x7, 0xe, 0x2, 0x2, 0xbb, 0xcc, 0x5, 0xc,
    0x7, 0x2, 0xbc, 0xc5, 0x7, 0x24, 0x2, 0x2, 0xbd, 0xc2, 0x5, 0xc, 0x7,
    0x2, 0xbe, 0xbf, 0x7, 0x2b, 0x2, 0x2, 0xbf, 0xc1, 0x5, 0xc, 0x7, 0x2,
    0xc0, 0xbe, 0x3, 0x2, 0x2, 0x2, 0xc1, 0xc4, 0x3, 0x2, 0x2, 0x2, 0xc2,
    0xc0, 0x3, 0x2, 0x2, 0x2, 0xc2, 0xc3, 0x3, 0x2, 0x2, 0x2, 0xc3, 0xc6,
    0x3, 0x2, 0x2, 0x2, 0xc4, 0xc2, 0x3, 0x2, 0x2, 0x2, 0xc5, 0xbd, 0x3,
    0x2, 0x2, 0x2, 0xc5, 0xc6, 0x3, 0x2, 0x2, 0x2, 0xc6, 0xc8, 0x3, 0x2,
    0x2, 0x2, 0xc7, 0xc9, 0x7, 0x7, 0x2, 0x2, 0xc8, 0xc7, 0x3, 0x2, 0x2,
    0x2, 0xc8, 0xc9, 0x3, 0x2, 0x2, 0x2, 0xc9, 0xca, 0x3, 0x2, 0x2, 0x2,
    0xca, 0xcc, 0x7, 0x25, 0x2, 0x2, 0xcb, 0xbb, 0x3, 0x2, 0x2, 0x2, 0xcb,
    0xbc, 0x3, 0x2, 0x2, 0x2, 0xcc, 0xb, 0x3, 0x2, 0x2, 0x2, 0xcd, 0xd2,
    0x7, 0x4a, 0x2, 0x2, 0xce, 0xcf, 0x7, 0x2a, 0x2, 0x2, 0xcf, 0xd1, 0x7,
    0x4a, 0x2, 0x2, 0xd0, 0xce, 0x3, 0x2, 0x2, 0x2, 0xd1, 0xd4, 0x3, 0x2,
    0x2, 0x2, 0xd2, 0xd0, 0x3, 0x2, 0x2, 0x2, 0xd2, 0xd3, 0x3, 0x2, 0x2,
    0x2, 0xd3, 0xda, 0x3, 0x2, 0x2, 0x2, 0xd4, 0xd2, 0x3, 0x2, 0x2, 0x2,
    0xd5, 0xd7, 0x5, 0x1e, 0x10, 0x2, 0xd6, 0xd8, 0x5, 0x12, 0xa, 0x2, 0xd7,
    0xd6, 0x3, 0x2, 0x2, 0x2, 0xd7, 0xd8, 0x3, 0x2, 0x2, 0x2, 0xd8, 0xdb,
    0x3, 0x2, 0x2, 0x2, 0xd9, 0xdb, 0x5, 0x12, 0xa, 0x2, 0xda, 0xd5, 0x3,
    0x2, 0x2, 0x2, 0xda, 0xd9, 0x3, 0x2, 0x2, 0x2, 0xda, 0xdb, 0x3, 0x2,
    0x2, 0x2, 0xdb, 0xd, 0x3, 0x2, 0x2, 0x2, 0xdc, 0xed, 0x7, 0x23, 0x2,
    0x2, 0xdd, 0xee, 0x5, 0x10, 0x9, 0x2, 0xde, 0xe7, 0x7, 0x24, 0x2, 0x2,
    0xdf, 0xe4, 0x5, 0x10, 0x9, 0x2, 0xe0, 0xe1, 0x7, 0x2b, 0x2, 0x2, 0xe1,
    0xe3, 0x5, 0x10, 0x9, 0x2, 0xe2, 0xe0, 0x3, 0x2, 0x2, 0x2, 0xe3, 0xe6,
    0x3, 0x2, 0x2, 0x2, 0xe4, 0xe2, 0x3, 0x2, 0x2, 0x2, 0xe4, 0xe5, 0x3,
    0x2, 0x2, 0x2, 0xe5, 0xe8, 0x3, 0x2, 0x2, 0x2, 0xe6, 0xe4, 0x3, 0x2,
    0x2, 0x2, 0xe7, 0xdf, 0x3, 0x2, 0x2, 0x2, 0xe7, 0xe8, 0x3, 0x2, 0x2,
    0x2, 0xe8, 0xea, 0x3, 0x2, 0x2, 0x2, 0xe9, 0xeb, 0x7, 0x7, 0x2, 0x2,
    0xea, 0xe9, 0x3, 0x2, 0x2, 0x2, 0xea, 0xeb, 0x3, 0x2, 0x2, 0x2, 0xeb,
    0xec, 0x3, 0x2, 0x2, 0x2, 0xec, 0xee, 0x7, 0x25, 0x2, 0x2, 0xed, 0xdd,
    0x3, 0x2, 0x2, 0x2, 0xed, 0xde, 0x3, 0x2, 0x2, 0x2, 0xee, 0xf, 0x3,
    0x2, 0x2, 0x2, 0xef, 0xf4, 0x7, 0x4a, 0x2, 0x2, 0xf0, 0xf1, 0x7, 0x2a,
    0x2, 0x2, 0xf1, 0xf3, 0x7, 0x4a, 0x2, 0x2, 0xf2, 0xf0, 0x3, 0x2, 0x2,
    0x2, 0xf3, 0xf6, 0x3, 0x2, 0x2, 0x2, 0xf4, 0xf2, 0x3, 0x2, 0x2, 0x2,
    0xf4, 0xf5, 0x3, 0x2, 0x2, 0x2, 0xf5, 0xfc, 0x3, 0x2, 0x2, 0x2, 0xf6,
    0xf4, 0x3, 0x2, 0x2, 0x2, 0xf7, 0xf9, 0x5, 0x1e, 0x10, 0x2, 0xf8, 0xfa,
    0x5, 0x12, 0xa, 0x2, 0xf9, 0xf8, 0x3, 0x2, 0x2, 0x2, 0xf9, 0xfa, 0x3,
    0x2, 0x2, 0x2, 0xfa, 0xfd, 0x3, 0x2, 0x2, 0x2, 0xfb, 0xfd, 0x5, 0x12,
    0xa, 0x2, 0xfc, 0xf7, 0x3, 0x2, 0x2, 0x2, 0xfc, 0xfb, 0x3, 0x2, 0x2,
    0x2, 0xfd, 0x11, 0x3, 0x2, 0x2, 0x2, 0xfe, 0xff, 0x9, 0x3, 0x2, 0x2,
    0xff, 0x100, 0x5, 0x58, 0x2d, 0x2, 0x100, 0x13, 0x3, 0x2, 0x2, 0x2,
    0x101, 0x112, 0x7, 0x22, 0x2, 0x2, 0x102, 0x113, 0x5, 0x16, 0xc, 0x2,
    0x103, 0x10c, 0x7, 0x24, 0x2, 0x2, 0x104, 0x109, 0x5, 0x16, 0xc, 0x2,
    0x105, 0x106, 0x7, 0x2b, 0x2, 0x2, 0x106, 0x108, 0x5, 0x16, 0xc, 0x2,
    0x107, 0x105, 0x3, 0x2, 0x2, 0x2, 0x108, 0x10b, 0x3, 0x2, 0x2, 0x2,
    0x109, 0x107, 0x3, 0x2, 0x2, 0x2, 0x109, 0x10a, 0x3, 0x2, 0x2, 0x2,
    0x10a, 0x10d, 0x3, 0x2, 0x2, 0x2, 0x10b, 0x109, 0x3, 0x2, 0x2, 0x2,
    0x10c, 0x104, 0x3, 0x2, 0x2, 0x2, 0x10c, 0x10d, 0x3, 0x2, 0x2, 0x2,
    0x10d, 0x10f, 0x3, 0x2, 0x2, 0x2, 0x10e, 0x110, 0x7, 0x7, 0x2, 0x2,
    0x10f, 0x10e, 0x3, 0x2, 0x2, 0x2, 0x10f, 0x110, 0x3, 0x2, 0x2, 0x2,
    0x110, 0x111, 0x3, 0x2, 0x2, 0x2, 0x111, 0x113, 0x7, 0x25, 0x2, 0x2,
    0x112, 0x102, 0x3, 0x2, 0x2, 0x2, 0x112, 0x103, 0x3, 0x2, 0x2, 0x2,
    0x113, 0x15, 0x3, 0x2, 0x2, 0x2, 0x114, 0x11a, 0x7, 0x4a, 0x2, 0x2,
    0x115, 0x117, 0x7, 0x5, 0x2, 0x2, 0x116, 0x118, 0x5, 0x54, 0x2b, 0x2,
    0x117, 0x116, 0x3, 0x2, 0x2, 0x2, 0x117, 0x118, 0x3, 0x2, 0x2, 0x2,
    0x118, 0x119, 0x3, 0x2, 0x2, 0x2, 0x119, 0x11b, 0x7, 0x27, 0x2, 0x2,
    0x11a, 0x115, 0x3, 0x2, 0x2, 0x2, 0x11a, 0x11b, 0x3, 0x2, 0x2, 0x2,
    0x11b, 0x11d, 0x3, 0x2, 0x2, 0x2, 0x11c, 0x11e, 0x9, 0x3, 0x2, 0x2,
    0x11d, 0x11c, 0x3, 0x2, 0x2, 0x2, 0x11d, 0x11e, 0x3, 0x2, 0x2, 0x2,
    0x11e, 0x11f, 0x3, 0x2, 0x2, 0x2, 0x11f, 0x120, 0x5, 0x1e, 0x10, 0x2,
    0x120, 0x17, 0x3, 0x2, 0x2, 0x2, 0x121, 0x123, 0x7, 0x15, 0x2, 0x2,
    0x122, 0x124, 0x5, 0x1a, 0xe, 0x2, 0x123, 0x122, 0x3, 0x2, 0x2, 0x2,
    0x123, 0x124, 0x3, 0x2, 0x2, 0x2, 0x124, 0x125, 0x3, 0x2, 0x2, 0x2,
    0x125, 0x12b, 0x7, 0x4a, 0x2, 0x2, 0x126, 0x128, 0x7, 0x26, 0x2, 0x2,
    0x127, 0x129, 0x5, 0x54, 0x2b, 0x2, 0x128, 0x127, 0x3, 0x2, 0x2, 0x2,
    0x128, 0x129, 0x3, 0x2, 0x2, 0x2, 0x129, 0x12a, 0x3, 0x2, 0x2, 0x2,
    0x12a, 0x12c, 0x7, 0x27, 0x2, 0x2, 0x12b, 0x126, 0x3, 0x2, 0x2, 0x2,
    0x12b, 0x12c, 0x3, 0x2, 0x2, 0x2, 0x12c, 0x12d, 0x3, 0x2, 0x2, 0x2,
    0x12d, 0x12f, 0x5, 0x46, 0x24, 0x2, 0x12e, 0x130, 0x5, 0x1c, 0xf, 0x2,
    0x12f, 0x12e, 0x3, 0x2, 0x2, 0x2, 0x12f, 0x130, 0x3, 0x2, 0x2, 0x2,
    0x130, 0x19, 0x3, 0x2, 0x2, 0x2, 0x131, 0x133, 0x7, 0x24, 0x2, 0x2,
    0x132, 0x134, 0x5, 0x4e, 0x28, 0x2, 0x133, 0x132, 0x3, 0x2, 0x2, 0x2,
    0x133, 0x134, 0x3, 0x2, 0x2, 0x2, 0x134, 0x135, 0x3, 0x2, 0x2, 0x2,
    0x135, 0x136, 0x7, 0x25, 0x2, 0x2, 0x136, 0x1b, 0x3, 0x2, 0x2, 0x2,
    0x137, 0x138, 0x7, 0x4, 0x2, 0x2, 0x138, 0x139, 0x5, 0x72, 0x3a, 0x2,
    0x139, 0x13a, 0x7, 0x29, 0x2, 0x2, 0x13a, 0x1d, 0x3, 0x2, 0x2, 0x2,
    0x13b, 0x13f, 0x5, 0x22, 0x12, 0x2, 0x13c, 0x13f, 0x5, 0x26, 0x14, 0x2,
    0x13d, 0x13f, 0x5, 0x28, 0x15, 0x2, 0x13e, 0x13b, 0x3, 0x2, 0x2, 0x2,
    0x13e, 0x13c, 0x3, 0x2, 0x2, 0x2, 0x13e, 0x13d, 0x3, 0x2, 0x2, 0x2,
    0x13f, 0x1f, 0x3, 0x2, 0x2, 0x2, 0x140, 0x143, 0x5, 0x22, 0x12, 0x2,
    0x141, 0x143, 0x5, 0x28, 0x15, 0x2, 0x142, 0x140, 0x3, 0x2, 0x2, 0x2,
    0x142, 0x141, 0x3, 0x2, 0x2, 0x2, 0x143, 0x21, 0x3, 0x2, 0x2, 0x2, 0x144,
    0x147, 0x7, 0x4a, 0x2, 0x2, 0x145, 0x146, 0x7, 0x2d, 0x2, 0x2, 0x146,
    0x148, 0x7, 0x4a, 0x2, 0x2, 0x147, 0x145, 0x3, 0x2, 0x2, 0x2, 0x147,
    0x148, 0x3, 0x2, 0x2, 0x2, 0x148, 0x14a, 0x3, 0x2, 0x2, 0x2, 0x149,
    0x14b, 0x5, 0x24, 0x13, 0x2, 0x14a, 0x149, 0x3, 0x2, 0x2, 0x2, 0x14a,
    0x14b, 0x3, 0x2, 0x2, 0x2, 0x14b, 0x23, 0x3, 0x2, 0x2, 0x2, 0x14c, 0x14d,
    0x7, 0x26, 0x2, 0x2, 0x14d, 0x152, 0x5, 0x1e, 0x10, 0x2, 0x14e, 0x14f,
    0x7, 0x2a, 0x2, 0x2, 0x14f, 0x151, 0x5, 0x1e, 0x10, 0x2, 0x150, 0x14e,
    0x3, 0x2, 0x2, 0x2, 0x151, 0x154, 0x3, 0x2, 0x2, 0x2, 0x152, 0x150,
    0x3, 0x2, 0x2, 0x2, 0x152, 0x153, 0x3, 0x2, 0x2, 0x2, 0x153, 0x156,
    0x3, 0x2, 0x2, 0x2, 0x154, 0x152, 0x3, 0x2, 0x2, 0x2, 0x155, 0x157,
    0x7, 0x6, 0x2, 0x2, 0x156, 0x155, 0x3, 0x2, 0x2, 0x2, 0x156, 0x157,
    0x3, 0x2, 0x2, 0x2, 0x157, 0x158, 0x3, 0x2, 0x2, 0x2, 0x158, 0x159,
    0x7, 0x27, 0x2, 0x2, 0x159, 0x25, 0x3, 0x2, 0x2, 0x2, 0x15a, 0x161,
    0x7, 0x26, 0x2, 0x2, 0x15b, 0x162, 0x7, 0x27, 0x2, 0x2, 0x15c, 0x15d,
    0x7, 0x2e, 0x2, 0x2, 0x15d, 0x162, 0x7, 0x27, 0x2, 0x2, 0x15e, 0x15f,
    0x5, 0x5a, 0x2e, 0x2, 0x15f, 0x160, 0x7, 0x27, 0x2, 0x2, 0x160, 0x162,
    0x3, 0x2, 0x2, 0x2, 0x161, 0x15b, 0x3, 0x2, 0x2, 0x2, 0x161, 0x15c,
    0x3, 0x2, 0x2, 0x2, 0x161, 0x15e, 0x3, 0x2, 0x2, 0x2, 0x162, 0x163,
    0x3, 0x2, 0x2, 0x2, 0x163, 0x164, 0x5, 0x1e, 0x10, 0x2, 0x164, 0x27,
    0x3, 0x2, 0x2, 0x2, 0x165, 0x16e, 0x5, 0x2a, 0x16, 0x2, 0x166, 0x16e,
    0x5, 0x2c, 0x17, 0x2, 0x167, 0x16e, 0x5, 0x2e, 0x18, 0x2, 0x168, 0x16e,
    0x5, 0x34, 0x1b, 0x2, 0x169, 0x16e, 0x5, 0x36, 0x1c, 0x2, 0x16a, 0x16e,
    0x5, 0x38, 0x1d, 0x2, 0x16b, 0x16e, 0x5, 0x32, 0x1a, 0x2, 0x16c, 0x16e,
    0x5, 0x30, 0x19, 0x2, 0x16d, 0x165, 0x3, 0x2, 0x2, 0x2, 0x16d, 0x166,
    0x3, 0x2, 0x2, 0x2, 0x16d, 0x167, 0x3, 0x2, 0x2, 0x2, 0x16d, 0x168,
    0x3, 0x2, 0x2, 0x2, 0x16d, 0x169, 0x3, 0x2, 0x2, 0x2, 0x16d, 0x16a,
    0x3, 0x2, 0x2, 0x2, 0x16d, 0x16b, 0x3, 0x2, 0x2, 0x2, 0x16d, 0x16c,
    0x3, 0x2, 0x2, 0x2, 0x16e, 0x29, 0x3, 0x2, 0x2, 0x2, 0x16f, 0x170, 0x7,
    0x24, 0x2, 0x2, 0x170, 0x171, 0x5, 0x1e, 0x10, 0x2, 0x171, 0x172, 0x7,
    0x25, 0x2, 0x2, 0x172, 0x2b, 0x3, 0x2, 0x2, 0x2, 0x173, 0x174, 0x7,
    0x40, 0x2, 0x2, 0x174, 0x175, 0x5, 0x1e, 0x10, 0x2, 0x175, 0x2d, 0x3,
    0x2, 0x2, 0x2, 0x176, 0x177, 0x7, 0x33, 0x2, 0x2, 0x177, 0x178, 0x7,
    0xd, 0x2, 0x2, 0x178, 0x179, 0x5, 0x1e, 0x10, 0x2, 0x179, 0x2f, 0x3,
    0x2, 0x2, 0x2, 0x17a, 0x17c, 0x7, 0xd, 0x2, 0x2, 0x17b, 0x17d, 0x7,
    0xa, 0x2, 0x2, 0x17c, 0x17b, 0x3, 0x2, 0x2, 0x2, 0x17c, 0x17d, 0x3,
    0x2, 0x2, 0x2, 0x17d, 0x17e, 0x3, 0x2, 0x2, 0x2, 0x17e, 0x17f, 0x5,
    0x1e, 0x10, 0x2, 0x17f, 0x31, 0x3, 0x2, 0x2, 0x2, 0x180, 0x181, 0x7,
    0x1b, 0x2, 0x2, 0x181, 0x182, 0x7, 0x26, 0x2, 0x2, 0x182, 0x183, 0x5,
    0x1e, 0x10, 0x2, 0x183, 0x184, 0x7, 0x27, 0x2, 0x2, 0x184, 0x185, 0x5,
    0x1e, 0x10, 0x2, 0x185, 0x33, 0x3, 0x2, 0x2, 0x2, 0x186, 0x187, 0x7,
    0x15, 0x2, 0x2, 0x187, 0x188, 0x5, 0x46, 0x24, 0x2, 0x188, 0x35, 0x3,
    0x2, 0x2, 0x2, 0x189, 0x18a, 0x7, 0x20, 0x2, 0x2, 0x18a, 0x193, 0x7,
    0x28, 0x2, 0x2, 0x18b, 0x190, 0x5, 0x3c, 0x1f, 0x2, 0x18c, 0x18d, 0x7,
    0x2b, 0x2, 0x2, 0x18d, 0x18f, 0x5, 0x3c, 0x1f, 0x2, 0x18e, 0x18c, 0x3,
    0x2, 0x2, 0x2, 0x18f, 0x192, 0x3, 0x2, 0x2, 0x2, 0x190, 0x18e, 0x3,
    0x2, 0x2, 0x2, 0x190, 0x191, 0x3, 0x2, 0x2, 0x2, 0x191, 0x194, 0x3,
    0x2, 0x2, 0x2, 0x192, 0x190, 0x3, 0x2, 0x2, 0x2, 0x193, 0x18b, 0x3,
    0x2, 0x2, 0x2, 0x193, 0x194, 0x3, 0x2, 0x2, 0x2, 0x194, 0x196, 0x3,
    0x2, 0x2, 0x2, 0x195, 0x197, 0x7, 0x7, 0x2, 0x2, 0x196, 0x195, 0x3,
    0x2, 0x2, 0x2, 0x196, 0x197, 0x3, 0x2, 0x2, 0x2, 0x197, 0x198, 0x3,
    0x2, 0x2, 0x2, 0x198, 0x199, 0x7, 0x29, 0x2, 0x2, 0x199, 0x37, 0x3,
    0x2, 0x2, 0x2, 0x19a, 0x19b, 0x7, 0x1a, 0x2, 0x2, 0x19b, 0x1a4, 0x7,
    0x28, 0x2, 0x2, 0x19c, 0x1a1, 0x5, 0x40, 0x21, 0x2, 0x19d, 0x19e, 0x7,
    0x2b, 0x2, 0x2, 0x19e, 0x1a0, 0x5, 0x40, 0x21, 0x2, 0x19f, 0x19d, 0x3,
    0x2, 0x2, 0x2, 0x1a0, 0x1a3, 0x3, 0x2, 0x2, 0x2, 0x1a1, 0x19f, 0x3,
    0x2, 0x2, 0x2, 0x1a1, 0x1a2, 0x3, 0x2, 0x2, 0x2, 0x1a2, 0x1a5, 0x3,
    0x2, 0x2, 0x2, 0x1a3, 0x1a1, 0x3, 0x2, 0x2, 0x2, 0x1a4, 0x19c, 0x3,
    0x2, 0x2, 0x2, 0x1a4, 0x1a5, 0x3, 0x2, 0x2, 0x2, 0x1a5, 0x1a7, 0x3,
    0x2, 0x2, 0x2, 0x1a6, 0x1a8, 0x7, 0x7, 0x2, 0x2, 0x1a7, 0x1a6, 0x3,
    0x2, 0x2, 0x2, 0x1a7, 0x1a8, 0x3, 0x2, 0x2, 0x2, 0x1a8, 0x1a9, 0x3,
    0x2, 0x2, 0x2, 0x1a9, 0x1aa, 0x7, 0x29, 0x2, 0x2, 0x1aa, 0x39, 0x3,
    0x2, 0x2, 0x2, 0x1ab, 0x1c0, 0x7, 0x26, 0x2, 0x2, 0x1ac, 0x1ad, 0x7,
    0x27, 0x2, 0x2, 0x1ad, 0x1c1, 0x5, 0x1e, 0x10, 0x2, 0x1ae, 0x1af, 0x7,
    0x2e, 0x2, 0x2, 0x1af, 0x1b0, 0x7, 0x27, 0x2, 0x2, 0x1b0, 0x1c1, 0x5,
    0x1e, 0x10, 0x2, 0x1b1, 0x1b6, 0x5, 0x5a, 0x2e, 0x2, 0x1b2, 0x1b3, 0x7,
    0x2a, 0x2, 0x2, 0x1b3, 0x1b5, 0x5, 0x5a, 0x2e, 0x2, 0x1b4, 0x1b2, 0x3,
    0x2, 0x2, 0x2, 0x1b5, 0x1b8, 0x3, 0x2, 0x2, 0x2, 0x1b6, 0x1b4, 0x3,
    0x2, 0x2, 0x2, 0x1b6, 0x1b7, 0x3, 0x2, 0x2, 0x2, 0x1b7, 0x1ba, 0x3,
    0x2, 0x2, 0x2, 0x1b8, 0x1b6, 0x3, 0x2, 0x2, 0x2, 0x1b9, 0x1bb, 0x7,
    0x6, 0x2, 0x2, 0x1ba, 0x1b9, 0x3, 0x2, 0x2, 0x2, 0x1ba, 0x1bb, 0x3,
    0x2, 0x2, 0x2, 0x1bb, 0x1bc, 0x3, 0x2, 0x2, 0x2, 0x1bc, 0x1be, 0x7,
    0x27, 0x2, 0x2, 0x1bd, 0x1bf, 0x5, 0x1e, 0x10, 0x2, 0x1be, 0x1bd, 0x3,
    0x2, 0x2, 0x2, 0x1be, 0x1bf, 0x3, 0x2, 0x2, 0x2, 0x1bf, 0x1c1, 0x3,
    0x2, 0x2, 0x2, 0x1c0, 0x1ac, 0x3, 0x2, 0x2, 0x2, 0x1c0, 0x1ae, 0x3,
    0x2, 0x2, 0x2, 0x1c0, 0x1b1, 0x3, 0x2, 0x2, 0x2, 0x1c1, 0x3b, 0x3, 0x2,
    0x2, 0x2, 0x1c2, 0x1d1, 0x7, 0x4a, 0x2, 0x2, 0x1c3, 0x1c4, 0x7, 0x2d,
    0x2, 0x2, 0x1c4, 0x1c6, 0x7, 0x4a, 0x2, 0x2, 0x1c5, 0x1c7, 0x5, 0x24,
    0x13, 0x2, 0x1c6, 0x1c5, 0x3, 0x2, 0x2, 0x2, 0x1c6, 0x1c7, 0x3, 0x2,
    0x2, 0x2, 0x1c7, 0x1d2, 0x3, 0x2, 0x2, 0x2, 0x1c8, 0x1d2, 0x5, 0x3a,
    0x1e, 0x2, 0x1c9, 0x1d2, 0x5, 0x20, 0x11, 0x2, 0x1ca, 0x1cb, 0x7, 0x2a,
    0x2, 0x2, 0x1cb, 0x1cd, 0x7, 0x4a, 0x2, 0x2, 0x1cc, 0x1ca, 0x3, 0x2,
    0x2, 0x2, 0x1cd, 0x1ce, 0x3, 0x2, 0x2, 0x2, 0x1ce, 0x1cc, 0x3, 0x2,
    0x2, 0x2, 0x1ce, 0x1cf, 0x3, 0x2, 0x2, 0x2, 0x1cf, 0x1d0, 0x3, 0x2,
    0x2, 0x2, 0x1d0, 0x1d2, 0x5, 0x1e, 0x10, 0x2, 0x1d1, 0x1c3, 0x3, 0x2,
    0x2, 0x2, 0x1d1, 0x1c8, 0x3, 0x2, 0x2, 0x2, 0x1d1, 0x1c9, 0x3, 0x2,
    0x2, 0x2, 0x1d1, 0x1cc, 0x3, 0x2, 0x2, 0x2, 0x1d1, 0x1d2, 0x3, 0x2,
    0x2, 0x2, 0x1d2, 0x1d6, 0x3, 0x2, 0x2, 0x2, 0x1d3, 0x1d6, 0x5, 0x3e,
    0x20, 0x2, 0x1d4, 0x1d6, 0x5, 0x2a, 0x16, 0x2, 0x1d5, 0x1c2, 0x3, 0x2,
    0x2, 0x2, 0x1d5, 0x1d3, 0x3, 0x2, 0x2, 0x2, 0x1d5, 0x1d4, 0x3, 0x2,
    0x2, 0x2, 0x1d6, 0x1d8, 0x3, 0x2, 0x2, 0x2, 0x1d7, 0x1d9, 0x5, 0x60,
    0x31, 0x2, 0x1d8, 0x1d7, 0x3, 0x2, 0x2, 0x2, 0x1d8, 0x1d9, 0x3, 0x2,
    0x2, 0x2, 0x1d9, 0x3d, 0x3, 0x2, 0x2, 0x2, 0x1da, 0x1db, 0x7, 0x40,
    0x2, 0x2, 0x1db, 0x1dc, 0x5, 0x1e, 0x10, 0x2, 0x1dc, 0x3f, 0x3, 0x2,
    0x2, 0x2, 0x1dd, 0x1e3, 0x7, 0x8, 0x2, 0x2, 0x1de, 0x1e0, 0x7, 0x5,
    0x2, 0x2, 0x1df, 0x1e1, 0x5, 0x54, 0x2b, 0x2, 0x1e0, 0x1df, 0x3, 0x2,
    0x2, 0x2, 0x1e0, 0x1e1, 0x3, 0x2, 0x2, 0x2, 0x1e1, 0x1e2, 0x3, 0x2,
    0x2, 0x2, 0x1e2, 0x1e4, 0x7, 0x27, 0x2, 0x2, 0x1e3, 0x1de, 0x3, 0x2,
    0x2, 0x2, 0x1e3, 0x1e4, 0x3, 0x2, 0x2, 0x2, 0x1e4, 0x1e5, 0x3, 0x2,
    0x2, 0x2, 0x1e5, 0x1e8, 0x5, 0x46, 0x24, 0x2, 0x1e6, 0x1e8, 0x5, 0x42,
    0x22, 0x2, 0x1e7, 0x1dd, 0x3, 0x2, 0x2, 0x2, 0x1e7, 0x1e6, 0x3, 0x2,
    0x2, 0x2, 0x1e8, 0x41, 0x3, 0x2, 0x2, 0x2, 0x1e9, 0x1ee, 0x5, 0x44,
    0x23, 0x2, 0x1ea, 0x1eb, 0x7, 0x3e, 0x2, 0x2, 0x1eb, 0x1ed, 0x5, 0x44,
    0x23, 0x2, 0x1ec, 0x1ea, 0x3, 0x2, 0x2, 0x2, 0x1ed, 0x1f0, 0x3, 0x2,
    0x2, 0x2, 0x1ee, 0x1ec, 0x3, 0x2, 0x2, 0x2, 0x1ee, 0x1ef, 0x3, 0x2,
    0x2, 0x2, 0x1ef, 0x43, 0x3, 0x2, 0x2, 0x2, 0x1f0, 0x1ee, 0x3, 0x2, 0x2,
    0x2, 0x1f1, 0x1f3, 0x7, 0x48, 0x2, 0x2, 0x1f2, 0x1f1, 0x3, 0x2, 0x2,
    0x2, 0x1f2, 0x1f3, 0x3, 0x2, 0x2, 0x2, 0x1f3, 0x1f4, 0x3, 0x2, 0x2,
    0x2, 0x1f4, 0x1f5, 0x5, 0x1e, 0x10, 0x2, 0x1f5, 0x45, 0x3, 0x2, 0x2,
    0x2, 0x1f6, 0x1f8, 0x7, 0x24, 0x2, 0x2, 0x1f7, 0x1f9, 0x5, 0x4e, 0x28,
    0x2, 0x1f8, 0x1f7, 0x3, 0x2, 0x2, 0x2, 0x1f8, 0x1f9, 0x3, 0x2, 0x2,
    0x2, 0x1f9, 0x1fd, 0x3, 0x2, 0x2, 0x2, 0x1fa, 0x1fe, 0x7, 0x25, 0x2,
    0x2, 0x1fb, 0x1fc, 0x7, 0x9, 0x2, 0x2, 0x1fc, 0x1fe, 0x5, 0x48, 0x25,
    0x2, 0x1fd, 0x1fa, 0x3, 0x2, 0x2, 0x2, 0x1fd, 0x1fb, 0x3, 0x2, 0x2,
    0x2, 0x1fe, 0x47, 0x3, 0x2, 0x2, 0x2, 0x1ff, 0x204, 0x5, 0x4c, 0x27,
    0x2, 0x200, 0x204, 0x5, 0x22, 0x12, 0x2, 0x201, 0x204, 0x5, 0x26, 0x14,
    0x2, 0x202, 0x204, 0x5, 0x4a, 0x26, 0x2, 0x203, 0x1ff, 0x3, 0x2, 0x2,
    0x2, 0x203, 0x200, 0x3, 0x2, 0x2, 0x2, 0x203, 0x201, 0x3, 0x2, 0x2,
    0x2, 0x203, 0x202, 0x3, 0x2, 0x2, 0x2, 0x204, 0x49, 0x3, 0x2, 0x2, 0x2,
    0x205, 0x20d, 0x5, 0x2c, 0x17, 0x2, 0x206, 0x20d, 0x5, 0x2e, 0x18, 0x2,
    0x207, 0x20d, 0x5, 0x34, 0x1b, 0x2, 0x208, 0x20d, 0x5, 0x36, 0x1c, 0x2,
    0x209, 0x20d, 0x5, 0x38, 0x1d, 0x2, 0x20a, 0x20d, 0x5, 0x32, 0x1a, 0x2,
    0x20b, 0x20d, 0x5, 0x30, 0x19, 0x2, 0x20c, 0x205, 0x3, 0x2, 0x2, 0x2,
    0x20c, 0x206, 0x3, 0x2, 0x2, 0x2, 0x20c, 0x207, 0x3, 0x2, 0x2, 0x2,
    0x20c, 0x208, 0x3, 0x2, 0x2, 0x2, 0x20c, 0x209, 0x3, 0x2, 0x2, 0x2,
    0x20c, 0x20a, 0x3, 0x2, 0x2, 0x2, 0x20c, 0x20b, 0x3, 0x2, 0x2, 0x2,
    0x20d, 0x4b, 0x3, 0x2, 0x2, 0x2, 0x20e, 0x210, 0x7, 0x24, 0x2, 0x2,
    0x20f, 0x211, 0x5, 0x4e, 0x28, 0x2, 0x210, 0x20f, 0x3, 0x2, 0x2, 0x2,
    0x210, 0x211, 0x3, 0x2, 0x2, 0x2, 0x211, 0x212, 0x3, 0x2, 0x2, 0x2,
    0x212, 0x213, 0x7, 0x25, 0x2, 0x2, 0x213, 0x4d, 0x3, 0x2, 0x2, 0x2,
    0x214, 0x219, 0x5, 0x50, 0x29, 0x2, 0x215, 0x216, 0x7, 0x2a, 0x2, 0x2,
    0x216, 0x218, 0x5, 0x50, 0x29, 0x2, 0x217, 0x215, 0x3, 0x2, 0x2, 0x2,
    0x218, 0x21b, 0x3, 0x2, 0x2, 0x2, 0x219, 0x217, 0x3, 0x2, 0x2, 0x2,
    0x219, 0x21a, 0x3, 0x2, 0x2, 0x2, 0x21a, 0x21d, 0x3, 0x2, 0x2, 0x2,
    0x21b, 0x219, 0x3, 0x2, 0x2, 0x2, 0x21c, 0x21e, 0x7, 0x6, 0x2, 0x2,
    0x21d, 0x21c, 0x3, 0x2, 0x2, 0x2, 0x21d, 0x21e, 0x3, 0x2, 0x2, 0x2,
    0x21e, 0x4f, 0x3, 0x2, 0x2, 0x2, 0x21f, 0x228, 0x7, 0x4a, 0x2, 0x2,
    0x220, 0x221, 0x7, 0x2d, 0x2, 0x2, 0x221, 0x223, 0x7, 0x4a, 0x2, 0x2,
    0x222, 0x224, 0x5, 0x24, 0x13, 0x2, 0x223, 0x222, 0x3, 0x2, 0x2, 0x2,
    0x223, 0x224, 0x3, 0x2, 0x2, 0x2, 0x224, 0x229, 0x3, 0x2, 0x2, 0x2,
    0x225, 0x229, 0x5, 0x3a, 0x1e, 0x2, 0x226, 0x229, 0x5, 0x20, 0x11, 0x2,
    0x227, 0x229, 0x5, 0x52, 0x2a, 0x2, 0x228, 0x220, 0x3, 0x2, 0x2, 0x2,
    0x228, 0x225, 0x3, 0x2, 0x2, 0x2, 0x228, 0x226, 0x3, 0x2, 0x2, 0x2,
    0x228, 0x227, 0x3, 0x2, 0x2, 0x2, 0x228, 0x229, 0x3, 0x2, 0x2, 0x2,
    0x229, 0x22e, 0x3, 0x2, 0x2, 0x2, 0x22a, 0x22e, 0x5, 0x52, 0x2a, 0x2,
    0x22b, 0x22e, 0x5, 0x26, 0x14, 0x2, 0x22c, 0x22e, 0x5, 0x28, 0x15, 0x2,
    0x22d, 0x21f, 0x3, 0x2, 0x2, 0x2, 0x22d, 0x22a, 0x3, 0x2, 0x2, 0x2,
    0x22d, 0x22b, 0x3, 0x2, 0x2, 0x2, 0x22d, 0x22c, 0x3, 0x2, 0x2, 0x2,
    0x22e, 0x51, 0x3, 0x2, 0x2, 0x2, 0x22f, 0x230, 0x7, 0x2e, 0x2, 0x2,
    0x230, 0x231, 0x5, 0x1e, 0x10, 0x2, 0x231, 0x53, 0x3, 0x2, 0x2, 0x2,
    0x232, 0x237, 0x5, 0x56, 0x2c, 0x2, 0x233, 0x234, 0x7, 0x2a, 0x2, 0x2,
    0x234, 0x236, 0x5, 0x56, 0x2c, 0x2, 0x235, 0x233, 0x3, 0x2, 0x2, 0x2,
    0x236, 0x239, 0x3, 0x2, 0x2, 0x2, 0x237, 0x235, 0x3, 0x2, 0x2, 0x2,
    0x237, 0x238, 0x3, 0x2, 0x2, 0x2, 0x238, 0x23b, 0x3, 0x2, 0x2, 0x2,
    0x239, 0x237, 0x3, 0x2, 0x2, 0x2, 0x23a, 0x23c, 0x7, 0x6, 0x2, 0x2,
    0x23b, 0x23a, 0x3, 0x2, 0x2, 0x2, 0x23b, 0x23c, 0x3, 0x2, 0x2, 0x2,
    0x23c, 0x55, 0x3, 0x2, 0x2, 0x2, 0x23d, 0x23f, 0x7, 0x4a, 0x2, 0x2,
    0x23e, 0x240, 0x5, 0x42, 0x22, 0x2, 0x23f, 0x23e, 0x3, 0x2, 0x2, 0x2,
    0x23f, 0x240, 0x3, 0x2, 0x2, 0x2, 0x240, 0x57, 0x3, 0x2, 0x2, 0x2, 0x241,
    0x246, 0x5, 0x5a, 0x2e, 0x2, 0x242, 0x243, 0x7, 0x2a, 0x2, 0x2, 0x243,
    0x245, 0x5, 0x5a, 0x2e, 0x2, 0x244, 0x242, 0x3, 0x2, 0x2, 0x2, 0x245,
    0x248, 0x3, 0x2, 0x2, 0x2, 0x246, 0x244, 0x3, 0x2, 0x2, 0x2, 0x246,
    0x247, 0x3, 0x2, 0x2, 0x2, 0x247, 0x59, 0x3, 0x2, 0x2, 0x2, 0x248, 0x246,
    0x3, 0x2, 0x2, 0x2, 0x249, 0x24e, 0x5, 0x5c, 0x2f, 0x2, 0x24a, 0x24b,
    0x9, 0x4, 0x2, 0x2, 0x24b, 0x24d, 0x5, 0x5c, 0x2f, 0x2, 0x24c, 0x24a,
    0x3, 0x2, 0x2, 0x2, 0x24d, 0x250, 0x3, 0x2, 0x2, 0x2, 0x24e, 0x24c,
    0x3, 0x2, 0x2, 0x2, 0x24e, 0x24f, 0x3, 0x2, 0x2, 0x2, 0x24f, 0x5b, 0x3,
    0x2, 0x2, 0x2, 0x250, 0x24e, 0x3, 0x2, 0x2, 0x2, 0x251, 0x253, 0x9,
    0x5, 0x2, 0x2, 0x252, 0x251, 0x3, 0x2, 0x2, 0x2, 0x253, 0x256, 0x3,
    0x2, 0x2, 0x2, 0x254, 0x252, 0x3, 0x2, 0x2, 0x2, 0x254, 0x255, 0x3,
    0x2, 0x2, 0x2, 0x255, 0x284, 0x3, 0x2, 0x2, 0x2, 0x256, 0x254, 0x3,
    0x2, 0x2, 0x2, 0x257, 0x25b, 0x5, 0x5e, 0x30, 0x2, 0x258, 0x25b, 0x5,
    0x36, 0x1c, 0x2, 0x259, 0x25b, 0x5, 0x38, 0x1d, 0x2, 0x25a, 0x257, 0x3,
    0x2, 0x2, 0x2, 0x25a, 0x258, 0x3, 0x2, 0x2, 0x2, 0x25a, 0x259, 0x3,
    0x2, 0x2, 0x2, 0x25b, 0x25f, 0x3, 0x2, 0x2, 0x2, 0x25c, 0x25e, 0x5,
    0x64, 0x33, 0x2, 0x25d, 0x25c, 0x3, 0x2, 0x2, 0x2, 0x25e, 0x261, 0x3,
    0x2, 0x2, 0x2, 0x25f, 0x25d, 0x3, 0x2, 0x2, 0x2, 0x25f, 0x260, 0x3,
    0x2, 0x2, 0x2, 0x260, 0x285, 0x3, 0x2, 0x2, 0x2, 0x261, 0x25f, 0x3,
    0x2, 0x2, 0x2, 0x262, 0x26d, 0x5, 0x62, 0x32, 0x2, 0x263, 0x266, 0x5,
    0x6e, 0x38, 0x2, 0x264, 0x266, 0x5, 0x6c, 0x37, 0x2, 0x265, 0x263, 0x3,
    0x2, 0x2, 0x2, 0x265, 0x264, 0x3, 0x2, 0x2, 0x2, 0x266, 0x26a, 0x3,
    0x2, 0x2, 0x2, 0x267, 0x269, 0x5, 0x64, 0x33, 0x2, 0x268, 0x267, 0x3,
    0x2, 0x2, 0x2, 0x269, 0x26c, 0x3, 0x2, 0x2, 0x2, 0x26a, 0x268, 0x3,
    0x2, 0x2, 0x2, 0x26a, 0x26b, 0x3, 0x2, 0x2, 0x2, 0x26b, 0x26e, 0x3,
    0x2, 0x2, 0x2, 0x26c, 0x26a, 0x3, 0x2, 0x2, 0x2, 0x26d, 0x265, 0x3,
    0x2, 0x2, 0x2, 0x26d, 0x26e, 0x3, 0x2, 0x2, 0x2, 0x26e, 0x285, 0x3,
    0x2, 0x2, 0x2, 0x26f, 0x270, 0x7, 0x15, 0x2, 0x2, 0x270, 0x282, 0x5,
    0x46, 0x24, 0x2, 0x271, 0x275, 0x5, 0x1c, 0xf, 0x2, 0x272, 0x274, 0x5,
    0x64, 0x33, 0x2, 0x273, 0x272, 0x3, 0x2, 0x2, 0x2, 0x274, 0x277, 0x3,
    0x2, 0x2, 0x2, 0x275, 0x273, 0x3, 0x2, 0x2, 0x2, 0x275, 0x276, 0x3,
    0x2, 0x2, 0x2, 0x276, 0x283, 0x3, 0x2, 0x2, 0x2, 0x277, 0x275, 0x3,
    0x2, 0x2, 0x2, 0x278, 0x27b, 0x5, 0x6e, 0x38, 0x2, 0x279, 0x27b, 0x5,
    0x6c, 0x37, 0x2, 0x27a, 0x278, 0x3, 0x2, 0x2, 0x2, 0x27a, 0x279, 0x3,
    0x2, 0x2, 0x2, 0x27b, 0x27f, 0x3, 0x2, 0x2, 0x2, 0x27c, 0x27e, 0x5,
    0x64, 0x33, 0x2, 0x27d, 0x27c, 0x3, 0x2, 0x2, 0x2, 0x27e, 0x281, 0x3,
    0x2, 0x2, 0x2, 0x27f, 0x27d, 0x3, 0x2, 0x2, 0x2, 0x27f, 0x280, 0x3,
    0x2, 0x2, 0x2, 0x280, 0x283, 0x3, 0x2, 0x2, 0x2, 0x281, 0x27f, 0x3,
    0x2, 0x2, 0x2, 0x282, 0x271, 0x3, 0x2, 0x2, 0x2, 0x282, 0x27a, 0x3,
    0x2, 0x2, 0x2, 0x282, 0x283, 0x3, 0x2, 0x2, 0x2, 0x283, 0x285, 0x3,
    0x2, 0x2, 0x2, 0x284, 0x25a, 0x3, 0x2, 0x2, 0x2, 0x284, 0x262, 0x3,
    0x2, 0x2, 0x2, 0x284, 0x26f, 0x3, 0x2, 0x2, 0x2, 0x285, 0x5d, 0x3, 0x2,
    0x2, 0x2, 0x286, 0x28f, 0x7, 0x4a, 0x2, 0x2, 0x287, 0x28f, 0x7, 0x4b,
    0x2, 0x2, 0x288, 0x28f, 0x7, 0x4c, 0x2, 0x2, 0x289, 0x28f, 0x7, 0x4d,
    0x2, 0x2, 0x28a, 0x28b, 0x7, 0x24, 0x2, 0x2, 0x28b, 0x28c, 0x5, 0x5a,
    0x2e, 0x2, 0x28c, 0x28d, 0x7, 0x25, 0x2, 0x2, 0x28d, 0x28f, 0x3, 0x2,
    0x2, 0x2, 0x28e, 0x286, 0x3, 0x2, 0x2, 0x2, 0x28e, 0x287, 0x3, 0x2,
    0x2, 0x2, 0x28e, 0x288, 0x3, 0x2, 0x2, 0x2, 0x28e, 0x289, 0x3, 0x2,
    0x2, 0x2, 0x28e, 0x28a, 0x3, 0x2, 0x2, 0x2, 0x28f, 0x5f, 0x3, 0x2, 0x2,
    0x2, 0x290, 0x291, 0x9, 0x6, 0x2, 0x2, 0x291, 0x61, 0x3, 0x2, 0x2, 0x2,
    0x292, 0x296, 0x5, 0x26, 0x14, 0x2, 0x293, 0x296, 0x5, 0x32, 0x1a, 0x2,
    0x294, 0x296, 0x5, 0x30, 0x19, 0x2, 0x295, 0x292, 0x3, 0x2, 0x2, 0x2,
    0x295, 0x293, 0x3, 0x2, 0x2, 0x2, 0x295, 0x294, 0x3, 0x2, 0x2, 0x2,
    0x296, 0x63, 0x3, 0x2, 0x2, 0x2, 0x297, 0x29c, 0x5, 0x66, 0x34, 0x2,
    0x298, 0x29c, 0x5, 0x68, 0x35, 0x2, 0x299, 0x29c, 0x5, 0x6c, 0x37, 0x2,
    0x29a, 0x29c, 0x5, 0x6e, 0x38, 0x2, 0x29b, 0x297, 0x3, 0x2, 0x2, 0x2,
    0x29b, 0x298, 0x3, 0x2, 0x2, 0x2, 0x29b, 0x299, 0x3, 0x2, 0x2, 0x2,
    0x29b, 0x29a, 0x3, 0x2, 0x2, 0x2, 0x29c, 0x65, 0x3, 0x2, 0x2, 0x2, 0x29d,
    0x2a5, 0x7, 0x2d, 0x2, 0x2, 0x29e, 0x2a6, 0x7, 0x4a, 0x2, 0x2, 0x29f,
    0x2a2, 0x7, 0x24, 0x2, 0x2, 0x2a0, 0x2a3, 0x7, 0x22, 0x2, 0x2, 0x2a1,
    0x2a3, 0x5, 0x1e, 0x10, 0x2, 0x2a2, 0x2a0, 0x3, 0x2, 0x2, 0x2, 0x2a2,
    0x2a1, 0x3, 0x2, 0x2, 0x2, 0x2a3, 0x2a4, 0x3, 0x2, 0x2, 0x2, 0x2a4,
    0x2a6, 0x7, 0x25, 0x2, 0x2, 0x2a5, 0x29e, 0x3, 0x2, 0x2, 0x2, 0x2a5,
    0x29f, 0x3, 0x2, 0x2, 0x2, 0x2a6, 0x67, 0x3, 0x2, 0x2, 0x2, 0x2a7, 0x2b7,
    0x7, 0x26, 0x2, 0x2, 0x2a8, 0x2b4, 0x5, 0x5a, 0x2e, 0x2, 0x2a9, 0x2aa,
    0x7, 0x2a, 0x2, 0x2, 0x2aa, 0x2ac, 0x5, 0x5a, 0x2e, 0x2, 0x2ab, 0x2a9,
    0x3, 0x2, 0x2, 0x2, 0x2ac, 0x2af, 0x3, 0x2, 0x2, 0x2, 0x2ad, 0x2ab,
    0x3, 0x2, 0x2, 0x2, 0x2ad, 0x2ae, 0x3, 0x2, 0x2, 0x2, 0x2ae, 0x2b1,
    0x3, 0x2, 0x2, 0x2, 0x2af, 0x2ad, 0x3, 0x2, 0x2, 0x2, 0x2b0, 0x2b2,
    0x7, 0x6, 0x2, 0x2, 0x2b1, 0x2b0, 0x3, 0x2, 0x2, 0x2, 0x2b1, 0x2b2,
    0x3, 0x2, 0x2, 0x2, 0x2b2, 0x2b5, 0x3, 0x2, 0x2, 0x2, 0x2b3, 0x2b5,
    0x5, 0x6a, 0x36, 0x2, 0x2b4, 0x2ad, 0x3, 0x2, 0x2, 0x2, 0x2b4, 0x2b3,
    0x3, 0x2, 0x2, 0x2, 0x2b5, 0x2b8, 0x3, 0x2, 0x2, 0x2, 0x2b6, 0x2b8,
    0x5, 0x6a, 0x36, 0x2, 0x2b7, 0x2a8, 0x3, 0x2, 0x2, 0x2, 0x2b7, 0x2b6,
    0x3, 0x2, 0x2, 0x2, 0x2b8, 0x2b9, 0x3, 0x2, 0x2, 0x2, 0x2b9, 0x2ba,
    0x7, 0x27, 0x2, 0x2, 0x2ba, 0x69, 0x3, 0x2, 0x2, 0x2, 0x2bb, 0x2bd,
    0x7, 0x2c, 0x2, 0x2, 0x2bc, 0x2be, 0x5, 0x5a, 0x2e, 0x2, 0x2bd, 0x2bc,
    0x3, 0x2, 0x2, 0x2, 0x2bd, 0x2be, 0x3, 0x2, 0x2, 0x2, 0x2be, 0x2c3,
    0x3, 0x2, 0x2, 0x2, 0x2bf, 0x2c1, 0x7, 0x2c, 0x2, 0x2, 0x2c0, 0x2c2,
    0x5, 0x5a, 0x2e, 0x2, 0x2c1, 0x2c0, 0x3, 0x2, 0x2, 0x2, 0x2c1, 0x2c2,
    0x3, 0x2, 0x2, 0x2, 0x2c2, 0x2c4, 0x3, 0x2, 0x2, 0x2, 0x2c3, 0x2bf,
    0x3, 0x2, 0x2, 0x2, 0x2c3, 0x2c4, 0x3, 0x2, 0x2, 0x2, 0x2c4, 0x6b, 0x3,
    0x2, 0x2, 0x2, 0x2c5, 0x2d7, 0x7, 0x24, 0x2, 0x2, 0x2c6, 0x2c8, 0x5,
    0x5a, 0x2e, 0x2, 0x2c7, 0x2c9, 0x7, 0x2e, 0x2, 0x2, 0x2c8, 0x2c7, 0x3,
    0x2, 0x2, 0x2, 0x2c8, 0x2c9, 0x3, 0x2, 0x2, 0x2, 0x2c9, 0x2d1, 0x3,
    0x2, 0x2, 0x2, 0x2ca, 0x2cb, 0x7, 0x2a, 0x2, 0x2, 0x2cb, 0x2cd, 0x5,
    0x5a, 0x2e, 0x2, 0x2cc, 0x2ce, 0x7, 0x2e, 0x2, 0x2, 0x2cd, 0x2cc, 0x3,
    0x2, 0x2, 0x2, 0x2cd, 0x2ce, 0x3, 0x2, 0x2, 0x2, 0x2ce, 0x2d0, 0x3,
    0x2, 0x2, 0x2, 0x2cf, 0x2ca, 0x3, 0x2, 0x2, 0x2, 0x2d0, 0x2d3, 0x3,
    0x2, 0x2, 0x2, 0x2d1, 0x2cf, 0x3, 0x2, 0x2, 0x2, 0x2d1, 0x2d2, 0x3,
    0x2, 0x2, 0x2, 0x2d2, 0x2d5, 0x3, 0x2, 0x2, 0x2, 0x2d3, 0x2d1, 0x3,
    0x2, 0x2, 0x2, 0x2d4, 0x2d6, 0x7, 0x6, 0x2, 0x2, 0x2d5, 0x2d4, 0x3,
    0x2, 0x2, 0x2, 0x2d5, 0x2d6, 0x3, 0x2, 0x2, 0x2, 0x2d6, 0x2d8, 0x3,
    0x2, 0x2, 0x2, 0x2d7, 0x2c6, 0x3, 0x2, 0x2, 0x2, 0x2d7, 0x2d8, 0x3,
    0x2, 0x2, 0x2, 0x2d8, 0x2d9, 0x3, 0x2, 0x2, 0x2, 0x2d9, 0x2da, 0x7,
    0x25, 0x2, 0x2, 0x2da, 0x6d, 0x3, 0x2, 0x2, 0x2, 0x2db, 0x2e7, 0x7,
    0x28, 0x2, 0x2, 0x2dc, 0x2e1, 0x5, 0x70, 0x39, 0x2, 0x2dd, 0x2de, 0x7,
    0x2a, 0x2, 0x2, 0x2de, 0x2e0, 0x5, 0x70, 0x39, 0x2, 0x2df, 0x2dd, 0x3,
    0x2, 0x2, 0x2, 0x2e0, 0x2e3, 0x3, 0x2, 0x2, 0x2, 0x2e1, 0x2df, 0x3,
    0x2, 0x2, 0x2, 0x2e1, 0x2e2, 0x3, 0x2, 0x2, 0x2, 0x2e2, 0x2e5, 0x3,
    0x2, 0x2, 0x2, 0x2e3, 0x2e1, 0x3, 0x2, 0x2, 0x2, 0x2e4, 0x2e6, 0x7,
    0x6, 0x2, 0x2, 0x2e5, 0x2e4, 0x3, 0x2, 0x2, 0x2, 0x2e5, 0x2e6, 0x3,
    0x2, 0x2, 0x2, 0x2e6, 0x2e8, 0x3, 0x2, 0x2, 0x2, 0x2e7, 0x2dc, 0x3,
    0x2, 0x2, 0x2, 0x2e7, 0x2e8, 0x3, 0x2, 0x2, 0x2, 0x2e8, 0x2e9, 0x3,
    0x2, 0x2, 0x2, 0x2e9, 0x2ea, 0x7, 0x29, 0x2, 0x2, 0x2ea, 0x6f, 0x3,
    0x2, 0x2, 0x2, 0x2eb, 0x2ee, 0x5, 0x5a, 0x2e, 0x2, 0x2ec, 0x2ee, 0x5,
    0x6e, 0x38, 0x2, 0x2ed, 0x2eb, 0x3, 0x2, 0x2, 0x2, 0x2ed, 0x2ec, 0x3,
    0x2, 0x2, 0x2, 0x2ee, 0x2f4, 0x3, 0x2, 0x2, 0x2, 0x2ef, 0x2f2, 0x7,
    0x2c, 0x2, 0x2, 0x2f0, 0x2f3, 0x5, 0x5a, 0x2e, 0x2, 0x2f1, 0x2f3, 0x5,
    0x6e, 0x38, 0x2, 0x2f2, 0x2f0, 0x3, 0x2, 0x2, 0x2, 0x2f2, 0x2f1, 0x3,
    0x2, 0x2, 0x2, 0x2f3, 0x2f5, 0x3, 0x2, 0x2, 0x2, 0x2f4, 0x2ef, 0x3,
    0x2, 0x2, 0x2, 0x2f4, 0x2f5, 0x3, 0x2, 0x2, 0x2, 0x2f5, 0x71, 0x3, 0x2,
    0x2, 0x2, 0x2f6, 0x2f7, 0x5, 0x74, 0x3b, 0x2, 0x2f7, 0x2f8, 0x8, 0x3a,
    0x1, 0x2, 0x2f8, 0x2fa, 0x3, 0x2, 0x2, 0x2, 0x2f9, 0x2f6, 0x3, 0x2,
    0x2, 0x2, 0x2f9, 0x2fa, 0x3, 0x2, 0x2, 0x2, 0x2fa, 0x303, 0x3, 0x2,
    0x2, 0x2, 0x2fb, 0x2ff, 0x7, 0x2b, 0x2, 0x2, 0x2fc, 0x2fd, 0x5, 0x74,
    0x3b, 0x2, 0x2fd, 0x2fe, 0x8, 0x3a, 0x1, 0x2, 0x2fe, 0x300, 0x3, 0x2,
    0x2, 0x2, 0x2ff, 0x2fc, 0x3, 0x2, 0x2, 0x2, 0x2ff, 0x300, 0x3, 0x2,
    0x2, 0x2, 0x300, 0x302, 0x3, 0x2, 0x2, 0x2, 0x301, 0x2fb, 0x3, 0x2,
    0x2, 0x2, 0x302, 0x305, 0x3, 0x2, 0x2, 0x2, 0x303, 0x301, 0x3, 0x2,
    0x2, 0x2, 0x303, 0x304, 0x3, 0x2, 0x2, 0x2, 0x304, 0x307, 0x3, 0x2,
    0x2, 0x2, 0x305, 0x303, 0x3, 0x2, 0x2, 0x2, 0x306, 0x308, 0x7, 0x7,
    0x2, 0x2, 0x307, 0x306, 0x3, 0x2, 0x2, 0x2, 0x307, 0x308, 0x3, 0x2,
    0x2, 0x2, 0x308, 0x73, 0x3, 0x2, 0x2, 0x2, 0x309, 0x317, 0x5, 0x76,
    0x3c, 0x2, 0x30a, 0x317, 0x5, 0x7c, 0x3f, 0x2, 0x30b, 0x317, 0x5, 0xa,
    0x6, 0x2, 0x30c, 0x317, 0x5, 0x14, 0xb, 0x2, 0x30d, 0x317, 0x5, 0xe,
    0x8, 0x2, 0x30e, 0x317, 0x5, 0x86, 0x44, 0x2, 0x30f, 0x317, 0x5, 0x8a,
    0x46, 0x2, 0x310, 0x317, 0x5, 0x90, 0x49, 0x2, 0x311, 0x317, 0x5, 0x94,
    0x4b, 0x2, 0x312, 0x317, 0x5, 0x7e, 0x40, 0x2, 0x313, 0x317, 0x5, 0x80,
    0x41, 0x2, 0x314, 0x317, 0x5, 0x82, 0x42, 0x2, 0x315, 0x317, 0x5, 0x84,
    0x43, 0x2, 0x316, 0x309, 0x3, 0x2, 0x2, 0x2, 0x316, 0x30a, 0x3, 0x2,
    0x2, 0x2, 0x316, 0x30b, 0x3, 0x2, 0x2, 0x2, 0x316, 0x30c, 0x3, 0x2,
    0x2, 0x2, 0x316, 0x30d, 0x3, 0x2, 0x2, 0x2, 0x316, 0x30e, 0x3, 0x2,
    0x2, 0x2, 0x316, 0x30f, 0x3, 0x2, 0x2, 0x2, 0x316, 0x310, 0x3, 0x2,
    0x2, 0x2, 0x316, 0x311, 0x3, 0x2, 0x2, 0x2, 0x316, 0x312, 0x3, 0x2,
    0x2, 0x2, 0x316, 0x313, 0x3, 0x2, 0x2, 0x2, 0x316, 0x314, 0x3, 0x2,
    0x2, 0x2, 0x316, 0x315, 0x3, 0x2, 0x2, 0x2, 0x317, 0x75, 0x3, 0x2, 0x2,
    0x2, 0x318, 0x31f, 0x5, 0x78, 0x3d, 0x2, 0x319, 0x31a, 0x8, 0x3c, 0x1,
    0x2, 0x31a, 0x31b, 0x7, 0x2c, 0x2, 0x2, 0x31b, 0x31d, 0x8, 0x3c, 0x1,
    0x2, 0x31c, 0x31e, 0x5, 0x74, 0x3b, 0x2, 0x31d, 0x31c, 0x3, 0x2, 0x2,
    0x2, 0x31d, 0x31e, 0x3, 0x2, 0x2, 0x2, 0x31e, 0x320, 0x3, 0x2, 0x2,
    0x2, 0x31f, 0x319, 0x3, 0x2, 0x2, 0x2, 0x31f, 0x320, 0x3, 0x2, 0x2,
    0x2, 0x320, 0x77, 0x3, 0x2, 0x2, 0x2, 0x321, 0x32e, 0x5, 0x58, 0x2d,
    0x2, 0x322, 0x325, 0x9, 0x3, 0x2, 0x2, 0x323, 0x326, 0x5, 0x58, 0x2d,
    0x2, 0x324, 0x326, 0x5, 0x7a, 0x3e, 0x2, 0x325, 0x323, 0x3, 0x2, 0x2,
    0x2, 0x325, 0x324, 0x3, 0x2, 0x2, 0x2, 0x326, 0x32f, 0x3, 0x2, 0x2,
    0x2, 0x327, 0x328, 0x7, 0x49, 0x2, 0x2, 0x328, 0x32f, 0x5, 0x5a, 0x2e,
    0x2, 0x329, 0x32f, 0x7, 0x31, 0x2, 0x2, 0x32a, 0x32f, 0x7, 0x32, 0x2,
    0x2, 0x32b, 0x32c, 0x7, 0x33, 0x2, 0x2, 0x32c, 0x32f, 0x5, 0x5a, 0x2e,
    0x2, 0x32d, 0x32f, 0x8, 0x3d, 0x1, 0x2, 0x32e, 0x322, 0x3, 0x2, 0x2,
    0x2, 0x32e, 0x327, 0x3, 0x2, 0x2, 0x2, 0x32e, 0x329, 0x3, 0x2, 0x2,
    0x2, 0x32e, 0x32a, 0x3, 0x2, 0x2, 0x2, 0x32e, 0x32b, 0x3, 0x2, 0x2,
    0x2, 0x32e, 0x32d, 0x3, 0x2, 0x2, 0x2, 0x32f, 0x79, 0x3, 0x2, 0x2, 0x2,
    0x330, 0x331, 0x7, 0x1d, 0x2, 0x2, 0x331, 0x332, 0x5, 0x5a, 0x2e, 0x2,
    0x332, 0x7b, 0x3, 0x2, 0x2, 0x2, 0x333, 0x334, 0x7, 0x28, 0x2, 0x2,
    0x334, 0x335, 0x5, 0x72, 0x3a, 0x2, 0x335, 0x336, 0x7, 0x29, 0x2, 0x2,
    0x336, 0x7d, 0x3, 0x2, 0x2, 0x2, 0x337, 0x339, 0x7, 0x1e, 0x2, 0x2,
    0x338, 0x33a, 0x5, 0x58, 0x2d, 0x2, 0x339, 0x338, 0x3, 0x2, 0x2, 0x2,
    0x339, 0x33a, 0x3, 0x2, 0x2, 0x2, 0x33a, 0x7f, 0x3, 0x2, 0x2, 0x2, 0x33b,
    0x33d, 0x9, 0x7, 0x2, 0x2, 0x33c, 0x33e, 0x7, 0x4a, 0x2, 0x2, 0x33d,
    0x33c, 0x3, 0x2, 0x2, 0x2, 0x33d, 0x33e, 0x3, 0x2, 0x2, 0x2, 0x33e,
    0x341, 0x3, 0x2, 0x2, 0x2, 0x33f, 0x341, 0x7, 0x13, 0x2, 0x2, 0x340,
    0x33b, 0x3, 0x2, 0x2, 0x2, 0x340, 0x33f, 0x3, 0x2, 0x2, 0x2, 0x341,
    0x81, 0x3, 0x2, 0x2, 0x2, 0x342, 0x343, 0x7, 0x17, 0x2, 0x2, 0x343,
    0x344, 0x7, 0x4a, 0x2, 0x2, 0x344, 0x83, 0x3, 0x2, 0x2, 0x2, 0x345,
    0x346, 0x9, 0x8, 0x2, 0x2, 0x346, 0x347, 0x5, 0x5a, 0x2e, 0x2, 0x347,
    0x85, 0x3, 0x2, 0x2, 0x2, 0x348, 0x349, 0x7, 0x18, 0x2, 0x2, 0x349,
    0x34a, 0x5, 0x88, 0x45, 0x2, 0x34a, 0x350, 0x5, 0x8e, 0x48, 0x2, 0x34b,
    0x34e, 0x7, 0x12, 0x2, 0x2, 0x34c, 0x34f, 0x5, 0x86, 0x44, 0x2, 0x34d,
    0x34f, 0x5, 0x7c, 0x3f, 0x2, 0x34e, 0x34c, 0x3, 0x2, 0x2, 0x2, 0x34e,
    0x34d, 0x3, 0x2, 0x2, 0x2, 0x34f, 0x351, 0x3, 0x2, 0x2, 0x2, 0x350,
    0x34b, 0x3, 0x2, 0x2, 0x2, 0x350, 0x351, 0x3, 0x2, 0x2, 0x2, 0x351,
    0x87, 0x3, 0x2, 0x2, 0x2, 0x352, 0x354, 0x7, 0x23, 0x2, 0x2, 0x353,
    0x352, 0x3, 0x2, 0x2, 0x2, 0x353, 0x354, 0x3, 0x2, 0x2, 0x2, 0x354,
    0x356, 0x3, 0x2, 0x2, 0x2, 0x355, 0x357, 0x5, 0x78, 0x3d, 0x2, 0x356,
    0x355, 0x3, 0x2, 0x2, 0x2, 0x356, 0x357, 0x3, 0x2, 0x2, 0x2, 0x357,
    0x35c, 0x3, 0x2, 0x2, 0x2, 0x358, 0x35a, 0x7, 0x2b, 0x2, 0x2, 0x359,
    0x35b, 0x5, 0x78, 0x3d, 0x2, 0x35a, 0x359, 0x3, 0x2, 0x2, 0x2, 0x35a,
    0x35b, 0x3, 0x2, 0x2, 0x2, 0x35b, 0x35d, 0x3, 0x2, 0x2, 0x2, 0x35c,
    0x358, 0x3, 0x2, 0x2, 0x2, 0x35c, 0x35d, 0x3, 0x2, 0x2, 0x2, 0x35d,
    0x89, 0x3, 0x2, 0x2, 0x2, 0x35e, 0x35f, 0x7, 0x14, 0x2, 0x2, 0x35f,
    0x360, 0x5, 0x8c, 0x47, 0x2, 0x360, 0x361, 0x5, 0x8e, 0x48, 0x2, 0x361,
    0x8b, 0x3, 0x2, 0x2, 0x2, 0x362, 0x364, 0x7, 0x23, 0x2, 0x2, 0x363,
    0x362, 0x3, 0x2, 0x2, 0x2, 0x363, 0x364, 0x3, 0x2, 0x2, 0x2, 0x364,
    0x367, 0x3, 0x2, 0x2, 0x2, 0x365, 0x368, 0x5, 0x78, 0x3d, 0x2, 0x366,
    0x368, 0x5, 0x7a, 0x3e, 0x2, 0x367, 0x365, 0x3, 0x2, 0x2, 0x2, 0x367,
    0x366, 0x3, 0x2, 0x2, 0x2, 0x367, 0x368, 0x3, 0x2, 0x2, 0x2, 0x368,
    0x371, 0x3, 0x2, 0x2, 0x2, 0x369, 0x36b, 0x7, 0x2b, 0x2, 0x2, 0x36a,
    0x36c, 0x5, 0x78, 0x3d, 0x2, 0x36b, 0x36a, 0x3, 0x2, 0x2, 0x2, 0x36b,
    0x36c, 0x3, 0x2, 0x2, 0x2, 0x36c, 0x36d, 0x3, 0x2, 0x2, 0x2, 0x36d,
    0x36f, 0x7, 0x2b, 0x2, 0x2, 0x36e, 0x370, 0x5, 0x78, 0x3d, 0x2, 0x36f,
    0x36e, 0x3, 0x2, 0x2, 0x2, 0x36f, 0x370, 0x3, 0x2, 0x2, 0x2, 0x370,
    0x372, 0x3, 0x2, 0x2, 0x2, 0x371, 0x369, 0x3, 0x2, 0x2, 0x2, 0x371,
    0x372, 0x3, 0x2, 0x2, 0x2, 0x372, 0x8d, 0x3, 0x2, 0x2, 0x2, 0x373, 0x374,
    0x7, 0x3, 0x2, 0x2, 0x374, 0x375, 0x5, 0x72, 0x3a, 0x2, 0x375, 0x376,
    0x7, 0x29, 0x2, 0x2, 0x376, 0x8f, 0x3, 0x2, 0x2, 0x2, 0x377, 0x378,
    0x7, 0x21, 0x2, 0x2, 0x378, 0x379, 0x5, 0x88, 0x45, 0x2, 0x379, 0x37d,
    0x7, 0x3, 0x2, 0x2, 0x37a, 0x37c, 0x5, 0x92, 0x4a, 0x2, 0x37b, 0x37a,
    0x3, 0x2, 0x2, 0x2, 0x37c, 0x37f, 0x3, 0x2, 0x2, 0x2, 0x37d, 0x37b,
    0x3, 0x2, 0x2, 0x2, 0x37d, 0x37e, 0x3, 0x2, 0x2, 0x2, 0x37e, 0x380,
    0x3, 0x2, 0x2, 0x2, 0x37f, 0x37d, 0x3, 0x2, 0x2, 0x2, 0x380, 0x381,
    0x7, 0x29, 0x2, 0x2, 0x381, 0x91, 0x3, 0x2, 0x2, 0x2, 0x382, 0x383,
    0x7, 0xc, 0x2, 0x2, 0x383, 0x386, 0x5, 0x58, 0x2d, 0x2, 0x384, 0x386,
    0x7, 0x10, 0x2, 0x2, 0x385, 0x382, 0x3, 0x2, 0x2, 0x2, 0x385, 0x384,
    0x3, 0x2, 0x2, 0x2, 0x386, 0x387, 0x3, 0x2, 0x2, 0x2, 0x387, 0x388,
    0x7, 0x2c, 0x2, 0x2, 0x388, 0x389, 0x5, 0x72, 0x3a, 0x2, 0x389, 0x93,
    0x3, 0x2, 0x2, 0x2, 0x38a, 0x38b, 0x7, 0x1f, 0x2, 0x2, 0x38b, 0x38f,
    0x7, 0x3, 0x2, 0x2, 0x38c, 0x38e, 0x5, 0x96, 0x4c, 0x2, 0x38d, 0x38c,
    0x3, 0x2, 0x2, 0x2, 0x38e, 0x391, 0x3, 0x2, 0x2, 0x2, 0x38f, 0x38d,
    0x3, 0x2, 0x2, 0x2, 0x38f, 0x390, 0x3, 0x2, 0x2, 0x2, 0x390, 0x392,
    0x3, 0x2, 0x2, 0x2, 0x391, 0x38f, 0x3, 0x2, 0x2, 0x2, 0x392, 0x393,
    0x7, 0x29, 0x2, 0x2, 0x393, 0x95, 0x3, 0x2, 0x2, 0x2, 0x394, 0x395,
    0x7, 0xc, 0x2, 0x2, 0x395, 0x398, 0x5, 0x78, 0x3d, 0x2, 0x396, 0x398,
    0x7, 0x10, 0x2, 0x2, 0x397, 0x394, 0x3, 0x2, 0x2, 0x2, 0x397, 0x396,
    0x3, 0x2, 0x2, 0x2, 0x398, 0x399, 0x3, 0x2, 0x2, 0x2, 0x399, 0x39a,
    0x7, 0x2c, 0x2, 0x2, 0x39a, 0x39b, 0x5, 0x72, 0x3a, 0x2, 0x39b, 0x97,
    0x3, 0x2, 0x2, 0x2, 0x8b, 0xa0, 0xaa, 0xad, 0xb0, 0xb3, 0xb6, 0xc2,
    0xc5, 0xc8, 0xcb, 0xd2, 0xd7, 0xda, 0xe4, 0xe7, 0xea, 0xed, 0xf4, 0xf9,
    0xfc, 0x109, 0x10c, 0x10f, 0x112, 0x117, 0x11a, 0x11d, 0x123, 0x128,
    0x12b, 0x12f, 0x133, 0x13e, 0x142, 0x147, 0x14a, 0x152, 0x156, 0x161,
    0x16d, 0x17c, 0x190, 0x193, 0x196, 0x1a1, 0x1a4, 0x1a7, 0x1b6, 0x1ba,
    0x1be, 0x1c0, 0x1c6, 0x1ce, 0x1d1, 0x1d5, 0x1d8, 0x1e0, 0x1e3, 0x1e7,
    0x1ee, 0x1f2, 0x1f8, 0x1fd, 0x203, 0x20c, 0x210, 0x219, 0x21d, 0x223,
    0x228, 0x22d, 0x237, 0x23b, 0x23f, 0x246, 0x24e, 0x254, 0x25a, 0x25f,
    0x265, 0x26a, 0x26d, 0x275, 0x27a, 0x27f, 0x282, 0x284, 0x28e, 0x295,
    0x29b, 0x2a2, 0x2a5, 0x2ad, 0x2b1, 0x2b4, 0x2b7, 0x2bd, 0x2c1, 0x2c3,
    0x2c8, 0x2cd, 0x2d1, 0x2d5, 0x2d7, 0x2e1, 0x2e5, 0x2e7, 0x2ed, 0x2f2,
    0x2f4, 0x2f9, 0x2ff, 0x303, 0x307, 0x316, 0x31d, 0x31f, 0x325, 0x32e,
    0x339, 0x33d, 0x340, 0x34e, 0x350, 0x353, 0x356, 0x35a, 0x35c, 0x363,
    0x367, 0x36b, 0x36f, 0x371, 0x37d, 0x385, 0x38f, 0x397,
  };

  atn::ATNDeserializer deserializer;
  _atn = deserializer.deserialize(_serializedATN);

  size_t count = _atn.getNumberOfDecisions();
  _decisionToDFA.reserve(count);
  for (size_t i = 0; i < count; i++) {
    _decisionToDFA.emplace_back(_atn.getDecisionState(i), i);
  }
}

